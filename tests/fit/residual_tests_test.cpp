#include <orgscale/fit/residual_tests.hpp>

#include <cmath>
#include <vector>

#include <catch.hpp>

namespace residual_tests_test {

using namespace orgscale;

TEST_CASE("residual tests: Durbin and Watson's ratio at its ends", "[fit]")
{
    const std::vector<double> swing{1, -1, 1, -1, 1, -1, 1, -1}, drift{-7, -5, -3, -1, 1, 3, 5, 7};
    CHECK_THAT(durbin_watson(swing).statistic, WithinRel(7 * 4.0 / 8, 1e-14));
    CHECK_THAT(durbin_watson(drift).statistic, WithinRel(7 * 4.0 / 168, 1e-14));
    CHECK(durbin_watson(swing).p < 0.05);
    CHECK(durbin_watson(drift).p < 0.05);
    CHECK(durbin_watson(std::vector<double>(9, 0.0)).p == 1);
}

TEST_CASE("residual tests: the number of runs has its exact distribution", "[fit]")
{
    // Of the 20 orders of three of each sign 2 have two runs and 4 have three.
    CHECK_THAT(runs_test(std::vector<double>{1, 1, 1, -1, -1, -1}).p, WithinRel(0.1, 1e-12));
    CHECK_THAT(runs_test(std::vector<double>{1, 1, -1, -1, -1, 1}).p, WithinRel(0.3, 1e-12));
    CHECK_THAT(runs_test(std::vector<double>{1, -1, 1, 0, -1, 1, -1}).p, WithinRel(1.0, 1e-12));
    CHECK(runs_test(std::vector<double>{1, 2, 3}).p == 1);
}

TEST_CASE("residual tests: Ljung and Box's statistic by hand", "[fit]")
{
    // Deviations -1, 1, -1, 1 about 0: r1 = -3/4, r2 = 2/4.
    const std::vector<double> e{-1, 1, -1, 1};
    const auto                test = ljung_box(e, 2);
    CHECK_THAT(test.statistic, WithinRel(24 * (9.0 / 16 / 3 + 4.0 / 16 / 2), 1e-14));
    CHECK_THAT(test.p, WithinRel(std::exp(-test.statistic / 2), 1e-12)); // chi-squared of 2
    CHECK_THROWS_AS(ljung_box(e, 4), parameter_error);
    CHECK_THROWS_AS(ljung_box(e, 1, 1), parameter_error);
    CHECK(ljung_box(std::vector<double>(9, 2.0), 3).p == 1);
}

} // namespace residual_tests_test
