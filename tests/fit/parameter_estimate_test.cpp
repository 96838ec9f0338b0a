#include <orgscale/fit/parameter_estimate.hpp>

#include <cmath>
#include <vector>

#include <catch.hpp>
#include <fitted_curves.hpp>

#include <orgscale/fit/calibrate.hpp>
#include <orgscale/fit/known_noise.hpp>

namespace parameter_estimate_test {

using namespace orgscale;

// e^{b t} with b = 0.2: the information on b is Σ (t e^{b t}/0.1)².
TEST_CASE("parameter_estimate: has a standard error inside its range, none at an end", "[fit]")
{
    const std::vector<double> t{0, 1, 2, 3};
    std::vector<double>       y;
    double                    information = 0;
    for (const double at : t) {
        y.push_back(std::exp(0.2 * at));
        information += std::pow(at * std::exp(0.2 * at) / 0.1, 2);
    }
    const auto between = [&](double low, double high) {
        return calibrate(fitted_curves::exponential<>{.size = 1, .growth_rate = (low + high) / 2},
                         observe(t, y, known_noise{.deviation = 0.1}),
                         {estimate("growth_rate", {.low = low, .high = high})})["growth_rate"];
    };
    const parameter_estimate inside = between(0, 1), low = between(0.3, 1), high = between(0, 0.1);
    CHECK(inside.name == "growth_rate");
    CHECK_THAT(inside.value, WithinRel(0.2, 1e-7)); // the scaled gradient's tolerance
    CHECK_THAT(inside.standard_error.value(), WithinRel(1 / std::sqrt(information), 1e-6));
    CHECK_FALSE((inside.at_low || inside.at_high));

    CHECK(low.value == 0.3);
    CHECK((low.at_low && !low.at_high && !low.standard_error));
    CHECK(high.value == 0.1);
    CHECK((high.at_high && !high.at_low && !high.standard_error));
}

} // namespace parameter_estimate_test
