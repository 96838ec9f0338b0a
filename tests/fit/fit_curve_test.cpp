#include <orgscale/fit/fit_curve.hpp>

#include <cmath>
#include <vector>

#include <catch.hpp>
#include <refusal.hpp>

namespace fit_curve_test {

using namespace orgscale;
using std::exp;

// Bates, D. M., Watts, D. G. (1988). Nonlinear Regression Analysis and Its Applications. Wiley: biochemical
// oxygen demand, and its fit.
TEST_CASE("fit curve: oxygen demand of Bates and Watts", "[fit]")
{
    const std::vector<double> days{1, 2, 3, 4, 5, 7}, oxygen{8.3, 10.3, 19, 16, 15.6, 19.8};
    const auto fit = fit_curve([](const auto& b, double t) { return b[0] * (1 - exp(-b[1] * t)); },
                               days, oxygen, {20, 0.2});
    REQUIRE(fit.verdict == fit_verdict::converged);
    CHECK_THAT(fit.estimates[0], WithinAbs(19.142575, 5e-7));
    CHECK_THAT(fit.estimates[1], WithinAbs(0.5310914, 5e-8));
    CHECK_THAT(fit.residual_sum, WithinAbs(25.990267, 5e-7));
    CHECK_THAT(fit.standard_error(0).value(), WithinAbs(2.495917, 5e-7));
    CHECK_THAT(fit.standard_error(1).value(), WithinAbs(0.2030821, 5e-8));
}

TEST_CASE("fit curve: residuals are the curve less the data", "[fit]")
{
    const std::vector<double> x{0, 1, 2, 3}, y{1, 2, 2, 5};
    const auto                fit =
        fit_curve([](const auto& b, double at) { return b[0] + b[1] * at; }, x, y, {0, 0});
    REQUIRE(fit);
    CHECK_THAT(fit.estimates[0], WithinAbs(0.7, 1e-14)); // by hand
    CHECK_THAT(fit.estimates[1], WithinAbs(1.2, 1e-14));
    CHECK_THAT(fit.residuals[2], WithinAbs(1.1, 1e-13));
}

TEST_CASE("fit curve: refuses unequal numbers of x and y", "[fit]")
{
    const std::vector<double> x{0, 1}, y{1};
    CHECK(refused_by([&] {
              return fit_curve([](const auto& b, double at) { return b[0] * at; }, x, y, {1.0});
          }) == "a curve needs as many x as y");
}

} // namespace fit_curve_test
