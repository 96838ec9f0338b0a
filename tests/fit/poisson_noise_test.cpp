#include <orgscale/fit/poisson_noise.hpp>

#include <cmath>
#include <vector>

#include <catch.hpp>
#include <fitted_curves.hpp>

#include <orgscale/fit/calibrate.hpp>

namespace poisson_noise_test {

using namespace orgscale;

TEST_CASE("poisson noise: the square of its residual is the loss, smoothly through no loss", "[fit]")
{
    const poisson_noise noise;
    const double        y    = 7;
    const auto          loss = [&](double f) { return 2 * (y * std::log(y / f) - (y - f)); };
    for (const double f : {0.5, 3.0, 6.5, 6.9, 7.2, 9.0, 60.0}) {
        const double r = noise.residual(f, y, 1);
        CHECK_THAT(r * r, WithinRel(loss(f), 1e-11)); // the difference loses digits near 7
        CHECK((r > 0) == (f > y));
    }
    CHECK(noise.residual(7.0, y, 1) == 0);
    const auto here = noise.residual(dual<double>::variable(7), y, 1);
    CHECK_THAT(here.slope(), WithinRel(1 / std::sqrt(y), 1e-14)); // one over the standard deviation
    CHECK_THAT(noise.residual(2.0, 0, 1), WithinRel(2.0, 1e-15)); // sqrt(2 f)
}

// Mites on leaves: 70, 38, ... leaves with 0, 1, ... mites (Bliss, C. I., Fisher, R. A. (1953). Fitting the negative
// binomial distribution to biological data. Biometrics 9(2), 176-200. doi:10.2307/3001850).
TEST_CASE("poisson noise: red mites", "[fit]")
{
    const std::vector<double> mites{0, 1, 2, 3, 4, 5, 6, 7}, leaves{70, 38, 17, 10, 9, 3, 2, 1};
    const auto                fit = calibrate(fitted_curves::level<>{.mean = 3},
                                              observe(mites, mites, poisson_noise{}, {.weights = leaves}),
                                              {estimate("mean")});
    REQUIRE(fit.verdict == fit_verdict::converged);
    CHECK_THAT(fit["mean"].value, WithinAbs(1.146667, 5e-7));
    CHECK_THAT(fit.likelihood.value, WithinAbs(-242.80994, 5e-6));
    CHECK_THAT(fit["mean"].standard_error.value(), WithinRel(std::sqrt(1.146667 / 150), 1e-6));
}

} // namespace poisson_noise_test
