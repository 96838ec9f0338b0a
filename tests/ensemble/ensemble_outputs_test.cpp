#include <orgscale/ensemble/ensemble_outputs.hpp>

#include <limits>

#include "catch.hpp"

namespace ensemble_outputs_test {

using namespace orgscale;

namespace {

/// Dates 1 to 60, and 40 members without a date.
ensemble_outputs sixty_of_hundred()
{
    ensemble_record known{};
    known.known = ensemble_part{1};
    for (int i = 1; i <= 60; ++i) known.known.sketches[0].add(i);
    for (int i = 0; i < 40; ++i)
        known.known.sketches[0].add(std::numeric_limits<double>::infinity());
    known.done = 100;
    return {{.members = 100, .seed = 1}, known};
}

} // namespace

TEST_CASE("ensemble_outputs: quantiles over all, over those with an output, and the share without",
          "[ensemble]")
{
    const auto outputs = sixty_of_hundred();
    CHECK(outputs.complete());
    CHECK_THAT(*outputs.quantile(0.3), WithinAbs(31, 0.05)); // index 30
    CHECK_FALSE(outputs.quantile(0.7));
    CHECK_THAT(*outputs.quantile_if_any(0.7), WithinAbs(42, 0.05));
    CHECK(outputs.share_never() == 0.4);
    CHECK(*outputs.share_up_to(60) == 0.6);
}

TEST_CASE("ensemble_outputs: without members there are no quantiles", "[ensemble]")
{
    ensemble_record known{};
    known.known = ensemble_part{1};
    const ensemble_outputs outputs{{.members = 10, .seed = 1}, known};
    CHECK_FALSE(outputs.complete());
    CHECK_FALSE(outputs.quantile(0.5));
    CHECK_FALSE(outputs.quantile_if_any(0.5));
    CHECK_FALSE(outputs.share_up_to(1));
    CHECK(outputs.share_never() == 0);
}

} // namespace ensemble_outputs_test
