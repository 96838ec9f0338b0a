#include <orgscale/fit/log_normal_noise.hpp>

#include <vector>

#include <catch.hpp>
#include <fitted_curves.hpp>

#include <orgscale/fit/calibrate.hpp>
#include <orgscale/fit/information_criteria.hpp>

namespace log_normal_noise_test {

using namespace orgscale;

const std::vector<double> t{0, 1, 2, 3, 4, 5, 6, 7}, y{3.1, 4.4, 5.2, 8.0, 10.4, 13.1, 19.9, 26.5};
constexpr fitted_curves::exponential<> start{.size = 2, .growth_rate = 0.2};

// Recomputed with two other programs. Without the term 2 Σ ln y the second criterion would be -19.53591, and
// comparing it with the first would be wrong by 35.
TEST_CASE("log-normal noise: its criterion is on the scale of the data", "[fit]")
{
    const std::vector<estimated_parameter> both{estimate("size"), estimate("growth_rate")};
    const auto                             plain = calibrate(start, observe(t, y), both);
    const auto logs = calibrate(start, observe(t, y, log_normal_noise{}), both);
    REQUIRE(plain.verdict == fit_verdict::converged);
    REQUIRE(logs.verdict == fit_verdict::converged);
    CHECK_THAT(plain["size"].value, WithinAbs(2.944242, 5e-7));
    CHECK_THAT(plain["growth_rate"].value, WithinAbs(0.3138932, 5e-8));
    CHECK_THAT(aic(plain.likelihood), WithinAbs(16.99034, 5e-6));
    CHECK_THAT(logs["size"].value, WithinAbs(3.076391, 5e-7));
    CHECK_THAT(logs["growth_rate"].value, WithinAbs(0.3047619, 5e-8));
    CHECK_THAT(aic(logs.likelihood), WithinAbs(15.51086, 5e-6));
}

TEST_CASE("log-normal noise: sees only what is greater than 0", "[fit]")
{
    CHECK_FALSE(log_normal_noise::observable(0));
    CHECK(log_normal_noise::observable(1e-9));
}

} // namespace log_normal_noise_test
