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

} // namespace calibration_test
