#include <orgscale/fit/known_noise.hpp>

#include <cmath>
#include <numbers>
#include <vector>

#include <catch.hpp>
#include <fitted_curves.hpp>
#include <refusal.hpp>

#include <orgscale/fit/calibrate.hpp>

namespace known_noise_test {

using namespace orgscale;

TEST_CASE("known noise: the mean's standard error follows from it alone", "[fit]")
{
    const std::vector<double> t{0, 1, 2}, y{4, 5, 9}, weights{1, 1, 4};
    const auto                fit = calibrate(fitted_curves::level<>{.mean = 3},
                                              observe(t, y, known_noise{.deviation = 2}, {.weights = weights}),
                                              {estimate("mean")});
    REQUIRE(fit.verdict == fit_verdict::converged);
    CHECK_THAT(fit["mean"].value, WithinRel((4.0 + 5 + 4 * 9) / 6, 1e-12));
    CHECK_THAT(fit["mean"].standard_error.value(), WithinRel(2 / std::sqrt(6.0), 1e-12));
    CHECK(fit.known_scale());
    CHECK_THAT(fit.quantile_of(0.95), WithinAbs(1.959964, 5e-7));
    double deviance = 0; // the density of normal errors, written out
    for (std::size_t i = 0; i < 3; ++i) {
        const double variance = 4 / weights[i], off = y[i] - fit["mean"].value;
        deviance += std::log(2 * std::numbers::pi * variance) + off * off / variance;
    }
    CHECK_THAT(fit.likelihood.value, WithinRel(-deviance / 2, 1e-12));
    CHECK(fit.likelihood.parameters == 1);
    CHECK(refused_by([] { return known_noise{.deviation = 0}; }) ==
          "must be greater than 0 and finite");
}

} // namespace known_noise_test
