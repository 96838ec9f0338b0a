#include <orgscale/fit/residual_diagnostics.hpp>

#include <cmath>
#include <vector>

#include <catch.hpp>

namespace residual_diagnostics_test {

using namespace orgscale;

TEST_CASE("residual diagnostics: Jarque and Bera's statistic by hand", "[fit]")
{
    // -1, -1, 1, 1: no skewness, kurtosis 1. JB = 4/6 (0 + 4/4) = 2/3.
    const std::vector<double> even{-1, -1, 1, 1};
    CHECK_THAT(jarque_bera(even).statistic, WithinRel(2.0 / 3, 1e-14));
    CHECK_THAT(jarque_bera(even).p, WithinRel(std::exp(-1.0 / 3), 1e-14));
    // 0, 0, 0, 4: mean 1, second moment 3, third 6, fourth 21: skewness² 4/3, kurtosis 7/3.
    const std::vector<double> skew{0, 0, 0, 4};
    CHECK_THAT(jarque_bera(skew).statistic, WithinRel(4.0 / 6 * (4.0 / 3 + 4.0 / 9 / 4), 1e-14));
    const std::vector<double> nothing{2, 2, 2};
    CHECK(jarque_bera(nothing).p == 1);
}

TEST_CASE("residual diagnostics: a wave shows, alternation shows as the opposite", "[fit]")
{
    std::vector<double> wave, jagged;
    for (int i = 0; i < 30; ++i) {
        wave.push_back(std::sin(0.4 * i));
        jagged.push_back(i % 2 == 0 ? 1 : -1);
    }
    const auto slow = residual_diagnostics::of(wave, 2);
    CHECK(slow.runs.p < 0.01);
    CHECK(slow.durbin_watson.statistic < 0.5);
    CHECK(slow.ljung_box.p < 0.01);
    const auto fast = residual_diagnostics::of(jagged, 2);
    CHECK(fast.runs.p > 0.99); // more runs than chance
    CHECK(fast.durbin_watson.statistic > 3.5);
}

} // namespace residual_diagnostics_test
