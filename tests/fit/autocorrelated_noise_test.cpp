#include <orgscale/fit/autocorrelated_noise.hpp>

#include <cmath>
#include <vector>

#include <catch.hpp>
#include <fitted_curves.hpp>

#include <orgscale/fit/ar1_regression.hpp>
#include <orgscale/fit/calibrate.hpp>

namespace autocorrelated_noise_test {

using namespace orgscale;

// R's lh: luteinizing hormone in blood every ten minutes (Diggle, P. J. (1990). Time Series: A Biostatistical
// Introduction. Oxford, table A.1), and the exact maximum likelihood of arima().
TEST_CASE("autocorrelated noise: luteinizing hormone", "[fit]")
{
    const std::vector<double> lh{2.4, 2.4, 2.4, 2.2, 2.1, 1.5, 2.3, 2.3, 2.5, 2.0, 1.9, 1.7,
                                 2.2, 1.8, 3.2, 3.2, 2.7, 2.2, 2.2, 1.9, 1.9, 1.8, 2.7, 3.0,
                                 2.3, 2.0, 2.0, 2.9, 2.9, 2.7, 2.7, 2.3, 2.6, 2.4, 1.8, 1.7,
                                 1.5, 1.4, 2.1, 3.3, 3.5, 3.5, 3.1, 2.6, 2.1, 3.4, 3.0, 2.9};
    std::vector<double>       minutes;
    for (std::size_t i = 0; i < lh.size(); ++i) minutes.push_back(10 * static_cast<double>(i));
    const auto fit = calibrate(fitted_curves::level<>{.mean = 2},
                               observe(minutes, lh, autocorrelated_noise{}), {estimate("mean")});
    REQUIRE(fit.verdict == fit_verdict::converged);
    CHECK_THAT(fit.noise[0], WithinAbs(0.573924, 1e-6));
    CHECK_THAT(fit["mean"].value, WithinAbs(2.413286, 5e-7));
    CHECK_THAT(fit.residual_sum / 48, WithinAbs(0.1974896, 1e-7));
    CHECK_THAT(fit.likelihood.value, WithinAbs(-29.37916, 5e-6));
    CHECK(fit.likelihood.parameters == 3);
    // R divides by n, a regression by n - p.
    CHECK_THAT(fit["mean"].standard_error.value() * std::sqrt(47.0 / 48),
               WithinAbs(0.1466, 1.5e-4)); // printed from differences of 1e-3
}

// The same likelihood as that of a regression with such errors, at even and at uneven times.
TEST_CASE("autocorrelated noise: its deviance is the exact likelihood", "[fit]")
{
    const std::vector<double>  expected{1, 2, 3, 4}, observed{1.4, 2.3, 2.9, 4.4};
    const autocorrelated_noise noise{0.6};
    for (const std::vector<double>& times :
         {std::vector<double>{0, 2, 4, 6}, std::vector<double>{0, 1, 3, 4}}) {
        std::vector<double> r, e;
        for (std::size_t i = 0; i < 4; ++i) {
            r.push_back(noise.residual(expected[i], observed[i], 1));
            e.push_back(observed[i] - expected[i]);
        }
        noise.whiten(std::span<double>{r}, std::span<const double>{times});
        double sum = 0;
        for (const double one : r) sum += one * one;
        CHECK_THAT(noise.deviance(sum, {expected, observed, {}, times}),
                   WithinRel(-2 * ar1_log_likelihood(e, 0.6, 1, times).value, 1e-12));
    }
}

} // namespace autocorrelated_noise_test
