#include <orgscale/fit/negative_binomial_noise.hpp>

#include <cmath>
#include <vector>

#include <catch.hpp>
#include <fitted_curves.hpp>

#include <orgscale/fit/calibrate.hpp>

namespace negative_binomial_noise_test {

using namespace orgscale;

// As in poisson_noise_test: the same mites.
TEST_CASE("negative binomial noise: red mites", "[fit]")
{
    const std::vector<double> mites{0, 1, 2, 3, 4, 5, 6, 7}, leaves{70, 38, 17, 10, 9, 3, 2, 1};
    const auto                fit = calibrate(
        fitted_curves::level<>{.mean = 3},
        observe(mites, mites, negative_binomial_noise{}, {.weights = leaves}), {estimate("mean")});
    REQUIRE(fit.verdict == fit_verdict::converged);
    CHECK_THAT(fit["mean"].value, WithinAbs(1.146667, 5e-7));
    CHECK_THAT(fit.noise[0], WithinAbs(1.024592, 5e-7));
    CHECK_THAT(fit.likelihood.value, WithinAbs(-222.43715, 5e-6));
    CHECK(fit.likelihood.parameters == 2);
    CHECK_THAT(fit["mean"].standard_error.value(),
               WithinRel(std::sqrt(1.146667 * (1 + 1.146667 / 1.024592) / 150), 1e-6));
}

TEST_CASE("negative binomial noise: counts that vary less than their mean are Poisson", "[fit]")
{
    const std::vector<double> t{0, 1, 2, 3, 4}, y{3, 4, 4, 5, 4};
    const auto                fit = calibrate(fitted_curves::level<>{.mean = 3},
                                              observe(t, y, negative_binomial_noise{}), {estimate("mean")});
    REQUIRE(fit.verdict == fit_verdict::converged);
    CHECK(fit.noise[0] > 1e7);
    CHECK_THAT(fit["mean"].value, WithinRel(4, 1e-9));
    const double poisson =
        negative_binomial_noise{infinity<double>()}.deviance(0, {fit.expected, y, {}, {}});
    CHECK_THAT(-2 * fit.likelihood.value, WithinRel(poisson, 1e-7));
}

TEST_CASE("negative binomial noise: the square of its residual is the loss", "[fit]")
{
    const negative_binomial_noise noise{2.5};
    const auto                    likelihood = [&](double f, double y) {
        return noise.deviance(0, {{&f, 1}, {&y, 1}, {}, {}});
    };
    for (const double y : {0.0, 1.0, 6.0})
        for (const double f : {0.2, 0.99, 1.03, 5.9, 40.0}) {
            const double r = noise.residual(f, y, 1);
            CHECK_THAT(r * r, WithinAbs(likelihood(f, y) - likelihood(y > 0 ? y : 1e-300, y),
                                        1e-12 * (1 + r * r)));
        }
}

} // namespace negative_binomial_noise_test
