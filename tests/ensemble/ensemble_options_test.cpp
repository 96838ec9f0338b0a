#include <orgscale/ensemble/ensemble_options.hpp>

#include <cstddef>
#include <cstdint>

#include "catch.hpp"
#include "refusal.hpp"

namespace ensemble_options_test {

using namespace orgscale;

namespace {

template <class Options>
concept runs_without_seed = requires { Options{.members = 10, .to = 60}; };
template <class Options>
concept runs_with_seed = requires { Options{.members = 10, .seed = 7, .to = 60}; };
template <class Options>
concept asks_without_seed = requires { Options{.members = 10}; };
template <class Options>
concept asks_with_seed = requires { Options{.members = 10, .seed = 7}; };

} // namespace

TEST_CASE("ensemble_options: a seed is required", "[ensemble]")
{
    STATIC_REQUIRE(runs_with_seed<ensemble_options>);
    STATIC_REQUIRE_FALSE(runs_without_seed<ensemble_options>);
    STATIC_REQUIRE(asks_with_seed<output_options>);
    STATIC_REQUIRE_FALSE(asks_without_seed<output_options>);
}

TEST_CASE("ensemble_options: outputs are equally spaced, the last exactly at the end", "[ensemble]")
{
    const ensemble_options options{.members = 1, .seed = 7, .from = 0.1, .to = 0.7, .outputs = 7};
    CHECK(options.output_time(0) == 0.1);
    CHECK_THAT(options.output_time(3), WithinRel(0.4, 1e-15));
    CHECK(options.output_time(6) == 0.7);
}

TEST_CASE(
    "ensemble_options: refuse zero or too many members, too few outputs, an end before the start",
    "[ensemble]")
{
    const auto why = [](std::uint64_t members, double to, std::size_t outputs) {
        return refused_by([&] {
            return ensemble_options{.members = members, .seed = 7, .to = to, .outputs = outputs};
        });
    };
    CHECK(why(0, 60, 61) == "members must be 1 or more");
    CHECK(why(1, -1, 61) == "to must not lie before from");
    CHECK(why(1, 60, 1) == "outputs must be 2 or more");
    CHECK(why(1, 60, 1ULL << 63) == "outputs must be a million or fewer");
    CHECK(why((1ULL << 32) + 1, 60, 2) == "there are at most 2^32 low-discrepancy draws");
    CHECK(why(1ULL << 32, 60, 2) == "nothing was refused");
    CHECK(refused_by([] {
              return ensemble_options{
                  .members = 1ULL << 40, .seed = 7, .to = 1, .sampling = draws::random};
          }) == "nothing was refused");

    const auto why_not = [](std::uint64_t members) {
        return refused_by([&] { return output_options{.members = members, .seed = 7}; });
    };
    CHECK(why_not(0) == "members must be 1 or more");
    CHECK(why_not((1ULL << 32) + 1) == "there are at most 2^32 low-discrepancy draws");
}

} // namespace ensemble_options_test
