#include <orgscale/fit/log_likelihood.hpp>

#include <array>
#include <cmath>

#include <catch.hpp>

namespace log_likelihood_test {

using namespace orgscale;

TEST_CASE("log likelihood: of Gaussian errors is the sum of their densities", "[fit]")
{
    const std::array<double, 4> e{0.5, -1.25, 0.75, 0.1};
    double                      s = 0, sum = 0;
    for (const double x : e) s += x * x;
    const double variance = s / 4;
    for (const double x : e)
        sum += -0.5 * std::log(2 * std::acos(-1.0) * variance) - x * x / (2 * variance);
    const auto l = gaussian_log_likelihood(s, 4, 2);
    CHECK_THAT(l.value, WithinRel(sum, 1e-14));
    CHECK(l.points == 4);
    CHECK(l.parameters == 3);
}

TEST_CASE("log likelihood: on sizes it is the log-normal density", "[fit]")
{
    const std::array<double, 3> y{2, 5, 11}, median{2.2, 4.4, 12};
    double                      s = 0, sum = 0;
    for (std::size_t i = 0; i < 3; ++i) s += std::pow(std::log(y[i] / median[i]), 2);
    for (std::size_t i = 0; i < 3; ++i)
        sum += -std::log(y[i]) - 0.5 * std::log(2 * std::acos(-1.0) * s / 3) -
               std::pow(std::log(y[i] / median[i]), 2) / (2 * s / 3);
    const auto l = to_sizes(gaussian_log_likelihood<on_logarithms>(s, 3, 1), y);
    CHECK_THAT(l.value, WithinRel(sum, 1e-14));
}

TEST_CASE("log likelihood: refuses other data", "[fit]")
{
    const auto                  l = gaussian_log_likelihood<on_logarithms>(1, 3, 1);
    const std::array<double, 2> two{1, 2};
    const std::array<double, 3> none{1, 0, 2};
    CHECK_THROWS_AS(to_sizes(l, two), parameter_error);
    CHECK_THROWS_AS(to_sizes(l, none), parameter_error);
    CHECK_THROWS_AS(gaussian_log_likelihood(-1, 3, 1), parameter_error);
    CHECK_THROWS_AS(gaussian_log_likelihood(1, 0, 1), parameter_error);
}

} // namespace log_likelihood_test
