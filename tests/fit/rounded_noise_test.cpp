#include <orgscale/fit/rounded_noise.hpp>

#include <cmath>
#include <numbers>
#include <vector>

#include <catch.hpp>
#include <fitted_curves.hpp>
#include <refusal.hpp>

#include <orgscale/fit/calibrate.hpp>

namespace rounded_noise_test {

using namespace orgscale;

// Recomputed with two other programs. The naive standard deviation is 1.154701, Sheppard's 1.118034.
TEST_CASE("rounded noise: nine figures rounded to whole numbers", "[fit]")
{
    const std::vector<double> t{0, 1, 2, 3, 4, 5, 6, 7, 8}, y{2, 3, 3, 4, 4, 4, 5, 5, 6};
    const auto                fit = calibrate(fitted_curves::level<>{.mean = 3},
                                              observe(t, y, rounded_noise{.width = 1}), {estimate("mean")});
    REQUIRE(fit.verdict == fit_verdict::converged);
    CHECK_THAT(fit["mean"].value, WithinAbs(4, 1e-6));
    CHECK_THAT(fit.noise[0], WithinAbs(1.117328, 5e-7));
    CHECK_THAT(fit.likelihood.value, WithinAbs(-14.063646, 5e-7));
}

TEST_CASE("rounded noise: figures that are all equal don't make the errors vanish", "[fit]")
{
    const std::vector<double> t{0, 1, 2, 3}, y{5, 5, 5, 5};
    const auto                fit = calibrate(fitted_curves::level<>{.mean = 4.8},
                                              observe(t, y, rounded_noise{.width = 1}), {estimate("mean")},
                                              {.starts = 1});
    CHECK(fit.likelihood.value <= 0); // probabilities, at most 1
}

TEST_CASE("rounded noise: far from the figure its loss is that of a normal tail", "[fit]")
{
    const rounded_noise noise{.width = 1, .deviation = 1};
    for (const double f :
         {20.0, 25.4, 25.6, 40.0, 1e4}) { // on both sides of where the formula changes
        const double r = noise.residual(f, 0, 1), z = f - 0.5;
        const double tail = z * z + 2 * std::log(z * std::sqrt(2 * std::numbers::pi)) +
                            2 / (z * z) + 2 * std::log(std::erf(0.5 / std::numbers::sqrt2));
        CHECK_THAT(r * r, WithinRel(tail, 1e-4));
    }
    const rounded_noise fine{.width = 1e-6, .deviation = 2};
    CHECK_THAT(fine.residual(3.0, 4, 1), WithinRel(-0.5, 1e-6)); // the usual residual
    CHECK(refused_by([] { return rounded_noise{.width = 0}; }) ==
          "must be greater than 0 and finite");
}

} // namespace rounded_noise_test
