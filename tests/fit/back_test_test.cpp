#include <orgscale/fit/back_test.hpp>

#include <vector>

#include <catch.hpp>
#include <recorded_growth.hpp>

namespace back_test_test {

using namespace orgscale;
using recorded_growth::recorded, recorded_growth::steps;

TEST_CASE("back test: bands of a line hold about as often as they say", "[fit]")
{
    const auto y    = recorded(20, 0.03, 5, [](double t) { return 100 + 10 * t; });
    const auto test = back_test(steps(0, 20), y, {.steps = 1, .forecast = {.draws = 200}});
    CHECK(test.origins.size() == 12);
    CHECK(test.nominal == 0.9);
    CHECK(test.coverage >= 0.65); // fewer than 8 of 12 have probability 0.004
    double inside = 0;
    for (const auto& one : test.origins) {
        CHECK(one.band.time == one.made_at + 1);
        inside += one.inside ? 1 : 0;
    }
    CHECK_THAT(test.coverage, WithinRel(inside / 12, 1e-12));
    CHECK(back_test(steps(0, 8), std::vector<double>(8, 1.0)).origins.empty());
    CHECK_THROWS_AS(back_test(steps(0, 9), std::vector<double>(9, 1.0), {.steps = 0}),
                    parameter_error);
}

TEST_CASE("back test: defaults are the documented ones", "[fit]")
{
    const back_test_options options;
    CHECK(options.steps == 1);
    CHECK(options.forecast.draws == 2000);
}

} // namespace back_test_test
