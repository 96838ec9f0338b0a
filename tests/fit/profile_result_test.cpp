#include <orgscale/fit/profile_result.hpp>

#include <cmath>
#include <vector>

#include <catch.hpp>
#include <fitted_curves.hpp>

#include <orgscale/fit/calibrate.hpp>
#include <orgscale/fit/known_noise.hpp>
#include <orgscale/fit/profile.hpp>
#include <orgscale/growth/logistic.hpp>

namespace profile_result_test {

using namespace orgscale;
using namespace fitted_curves;

// Self and Liang's mixture: at a bound the two-sided 90 percent quantile, 2.7055, ends a one-sided 95 percent interval.
TEST_CASE("profile_result: an estimate on its bound has a one-sided interval", "[fit]")
{
    const std::vector<double> t{0, 1, 2, 3}, y{0.9, 1.1, 1.0, 0.8};
    const auto                fit = calibrate(exponential<>{.size = 1, .growth_rate = 0.1},
                                              observe(t, y, known_noise{.deviation = 0.5}),
                                              {estimate("growth_rate", {.low = 0, .high = 5})});
    REQUIRE(fit.verdict == fit_verdict::on_bound);
    const auto rate = profile(fit, "growth_rate");
    CHECK_THAT(rate.threshold, WithinAbs(2.7055, 5e-5));
    CHECK_THAT(profile(fit, "growth_rate", {.level = 0.99}).threshold, WithinAbs(5.4119, 5e-5));
    CHECK(rate.interval.low == 0);
    CHECK(rate.low_at_end);
    double rise = 0; // by hand
    for (std::size_t i = 0; i < 4; ++i)
        rise += (std::pow(std::exp(*rate.interval.high * t[i]) - y[i], 2) - std::pow(1 - y[i], 2)) /
                0.25;
    CHECK_THAT(rise, WithinRel(rate.threshold, 1e-9));
}

TEST_CASE("profile_result: a flat fit still says what is excluded", "[fit]")
{
    std::vector<double> t, y;
    for (int i = 0; i < 8; ++i) {
        t.push_back(i);
        y.push_back(std::exp(0.1 * i + 0.002 * i * i) + (i % 2 == 0 ? 0.01 : -0.01));
    }
    const auto fit = calibrate(logistic<>{.growth_rate = 0.2, .ceiling = 10}, 1.0, observe(t, y),
                               {estimate("growth_rate"), estimate("ceiling")});
    REQUIRE(fit.verdict == fit_verdict::flat);
    const auto ceiling = profile(fit, "ceiling");
    REQUIRE(ceiling.interval.low);
    CHECK(*ceiling.interval.low > 2 * y.back());
    CHECK_FALSE(ceiling.interval.high);
}

} // namespace profile_result_test
