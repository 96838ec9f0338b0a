#include <orgscale/ensemble/ensemble_bands.hpp>

#include <limits>
#include <vector>

#include "catch.hpp"
#include "refusal.hpp"

namespace ensemble_bands_test {

using namespace orgscale;

namespace {

struct state_of_two {
    double left, right;
};

/// Members with left = 100, 101, ..., 200 and right ten times that; later twice as much.
ensemble_bands<state_of_two> bands_of_hundred()
{
    ensemble_record known{};
    known.known = ensemble_part{4};
    for (int i = 100; i <= 200; ++i) {
        known.known.sketches[0].add(i);
        known.known.sketches[1].add(10 * i);
        known.known.sketches[2].add(2 * i);
        known.known.sketches[3].add(20 * i);
    }
    known.known.failed.add(17, "a rule");
    known.done = 102;
    return {{.members = 200, .seed = 1, .from = 5, .to = 6, .outputs = 2}, known};
}

} // namespace

TEST_CASE("ensemble_bands: quantiles by name and time", "[ensemble]")
{
    const auto bands = bands_of_hundred();
    CHECK_THAT(bands.quantile(0.25, 5)->left, WithinRel(125.0, bands.error()));
    CHECK_THAT(bands.quantile(0.25, 5)->right, WithinRel(1250.0, bands.error()));
    CHECK_THAT(bands.quantile(0.25, 6)->left, WithinRel(250.0, bands.error()));
    CHECK_THAT(bands.quantile(0.25, 6)->right, WithinRel(2500.0, bands.error()));
    CHECK(bands.times() == std::vector{5.0, 6.0});
}

TEST_CASE("ensemble_bands: lines cover all times, bands are central", "[ensemble]")
{
    const auto bands = bands_of_hundred();
    const auto line  = bands.line(0.5);
    REQUIRE(line.size() == 2);
    CHECK(line[1].time == 6);
    CHECK_THAT(line[1].state.left, WithinRel(300.0, bands.error()));
    const auto band = bands.band(0.8);
    REQUIRE(band.size() == 2);
    CHECK(band[0].time == 5);
    CHECK_THAT(band[0].low.left, WithinRel(110.0, bands.error()));
    CHECK_THAT(band[0].high.left, WithinRel(190.0, bands.error()));
    CHECK_THAT(band[1].high.right, WithinRel(3800.0, bands.error()));
}

TEST_CASE("ensemble_bands: report failures and missing members", "[ensemble]")
{
    const auto bands = bands_of_hundred();
    CHECK(bands.members() == 102);
    CHECK_FALSE(bands.complete());
    CHECK(bands.failed().count() == 1);
    CHECK(bands.failed().first()[0].index == 17);
    CHECK(bands.error() == 0x1p-10);
}

TEST_CASE("ensemble_bands: refuses times that are not output times", "[ensemble]")
{
    const auto bands = bands_of_hundred();
    CHECK_THAT(refusal_text([&] { return bands.quantile(0.5, 5.5); }),
               ContainsSubstring("ensemble_bands_test.cpp:") &&
                   EndsWith("must be one of the times at which there are bands, but is 5.5"));
    CHECK(bands.quantile(0.5, 5 + 1e-12));
    CHECK_FALSE(bands.quantile(1.5, 5));
}

} // namespace ensemble_bands_test
