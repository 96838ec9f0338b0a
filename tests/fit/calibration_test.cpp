#include <orgscale/fit/calibration.hpp>

#include <cmath>
#include <vector>

#include <catch.hpp>
#include <fitted_curves.hpp>
#include <refusal.hpp>

#include <orgscale/fit/calibrate.hpp>

namespace calibration_test {

using namespace orgscale;

// Bates, D. M., Watts, D. G. (1988). Nonlinear Regression Analysis and Its Applications. Wiley, appendix A1.4.
const std::vector<double> day{1, 2, 3, 4, 5, 7}, oxygen{8.3, 10.3, 19, 16, 15.6, 19.8};

TEST_CASE("calibration: symmetric intervals use Student's t", "[fit]")
{
    const auto fit = calibrate(fitted_curves::saturation<>{.ceiling = 20, .speed = 0.2},
                               observe(day, oxygen), {estimate("ceiling"), estimate("speed")});
    REQUIRE(fit.verdict == fit_verdict::converged);
    CHECK(fit.degrees_of_freedom == 4);
    const auto ceiling = fit.interval("ceiling").value(), speed = fit.interval("speed").value();
    CHECK_THAT(ceiling.low.value(), WithinAbs(12.2128, 5e-5));
    CHECK_THAT(ceiling.high.value(), WithinAbs(26.0724, 5e-5));
    CHECK_THAT(speed.low.value(), WithinAbs(-0.0328, 5e-5));
    CHECK_THAT(speed.high.value(), WithinAbs(1.0949, 5e-5));
    CHECK_THAT(fit.interval("ceiling", 0.99)->high.value(), WithinAbs(30.63, 5e-3));
    CHECK_FALSE(fit.known_scale());
    CHECK(fit.likelihood.points == 6);
    CHECK(fit.likelihood.parameters == 3);
    double sum = 0;
    for (std::size_t i = 0; i < 6; ++i) {
        CHECK_THAT(fit.residuals[i] + fit.expected[i], WithinRel(oxygen[i], 1e-14));
        sum += fit.residuals[i] * fit.residuals[i];
    }
    CHECK_THAT(sum, WithinRel(fit.residual_sum, 1e-12));
    CHECK(refused_by([&] { return fit["celing"].value; }) == "is not an estimated parameter");
    CHECK(refused_by([&] { return fit.interval("ceiling", 1); }) == "must lie between 0 and 1");
}

// Two means, each of a series of its own: s/sqrt(n), and Student's t with n - 1.
TEST_CASE("calibration: what one series says alone has that series' degrees of freedom", "[fit]")
{
    const std::vector<double> few{9, 10, 12, 9.5, 11}, times{0, 1, 2, 3, 4},
        many{0.3, 0.2, 0.25, 0.4, 0.1, 0.2, 0.3, 0.35, 0.15, 0.3},
        later{0, 1, 2, 3, 4, 5, 6, 7, 8, 9};
    const auto size = [](const auto& law, const auto&) { return +law.size; };
    const auto rate = [](const auto& law, const auto&) { return +law.growth_rate; };
    const auto fit  = calibrate(fitted_curves::exponential<>{.size = 1, .growth_rate = 0.1},
                                together(observe(size, times, few), observe(rate, later, many)),
                                {estimate("size"), estimate("growth_rate")});
    REQUIRE(fit.verdict == fit_verdict::converged);
    CHECK_THAT(fit["size"].value, WithinRel(10.3, 1e-9));
    CHECK_THAT(fit["size"].standard_error.value(), WithinRel(std::sqrt(1.45 / 5), 1e-8));
    CHECK_THAT(fit["growth_rate"].value, WithinRel(0.255, 1e-9));
    CHECK_THAT(fit["growth_rate"].standard_error.value(),
               WithinRel(std::sqrt(0.07725 / 9 / 10), 1e-8));
    // Student's quantiles at 97.5 percent, to their printed digits: 2.776 with 4 degrees of freedom, 2.262 with 9.
    const auto half = [&](const char* name) {
        return (*fit.interval(name)->high - fit[name].value) / *fit[name].standard_error;
    };
    CHECK_THAT(half("size"), WithinAbs(2.776, 5e-4));
    CHECK_THAT(half("growth_rate"), WithinAbs(2.262, 5e-4));
}

} // namespace calibration_test
