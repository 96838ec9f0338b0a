#include <orgscale/fit/variance_law.hpp>

#include <cmath>
#include <vector>

#include <catch.hpp>

#include <orgscale/fit/detail/linear_regression.hpp>
#include <orgscale/fit/detail/random_stream.hpp>

namespace variance_law_test {

using namespace orgscale;

namespace {

struct units {
    std::vector<double> sizes, outputs;
};

// Output α x^β with variance γ E^δ, log-normal.
units drawn(std::size_t count, double beta, double gamma, double delta, std::uint64_t seed)
{
    detail::random_stream stream{seed, 0};
    units                 all;
    for (std::size_t i = 0; i < count; ++i) {
        const double x = std::exp(6 * stream.uniform()), e = 3 * std::pow(x, beta);
        const double s = std::log1p(gamma * std::pow(e, delta - 2));
        all.sizes.push_back(x);
        all.outputs.push_back(e * std::exp(-s / 2 + std::sqrt(s) * stream.normal()));
    }
    return all;
}

} // namespace

TEST_CASE("variance law: its numbers come back", "[fit]")
{
    const auto all = drawn(400, 1.15, 0.8, 1.5, 3);
    const auto fit = fit_variance_law(all.sizes, all.outputs);
    REQUIRE(fit.standard_error > 0);
    CHECK(std::abs(fit.exponent - 1.15) < 4 * fit.standard_error);
    CHECK(fit.standard_error < 0.03);
    CHECK_THAT(fit.variance_exponent, WithinAbs(1.5, 0.2)); // some four standard errors
    CHECK(fit.bic_of_proportion > 10);
    CHECK(fit.likelihood.parameters == 4);
}

TEST_CASE("variance law: with variance in proportion to the square it is least squares in logarithms",
          "[fit]")
{
    const auto                       all = drawn(300, 0.9, 0.3, 2, 4);
    std::vector<std::vector<double>> columns(2);
    std::vector<double>              y;
    for (std::size_t i = 0; i < all.sizes.size(); ++i) {
        columns[0].push_back(1);
        columns[1].push_back(std::log(all.sizes[i]));
        y.push_back(std::log(all.outputs[i]));
    }
    const auto line = detail::regress(columns, y);
    const auto fit  = fit_variance_law(all.sizes, all.outputs);
    CHECK(std::abs(fit.exponent - line.coefficients[1]) < 2 * fit.standard_error);
    // It is the better of the two, which has δ = 2 and one parameter fewer.
    double sum_logs = 0;
    for (const double v : y) sum_logs += v;
    const double at_two = gaussian_log_likelihood<on_logarithms>(line.squares, y.size(), 2).value -
                          sum_logs;
    CHECK(fit.likelihood.value >= at_two - 1e-6);
    CHECK(fit.likelihood.value < at_two + 5);
}

TEST_CASE("variance law: units of size and output don't matter", "[fit]")
{
    auto       all = drawn(100, 1.2, 0.5, 1.7, 5);
    const auto one = fit_variance_law(all.sizes, all.outputs);
    for (double& x : all.sizes) x *= 1000;
    for (double& y : all.outputs) y *= 1e-3;
    const auto other = fit_variance_law(all.sizes, all.outputs);
    CHECK_THAT(other.exponent, WithinAbs(one.exponent, 1e-4)); // a search without derivatives
    CHECK_THAT(other.bic_of_proportion, WithinAbs(one.bic_of_proportion, 1e-3));
}

TEST_CASE("variance law: refuses zeros and sizes that are all the same", "[fit]")
{
    const std::vector<double> x{1, 2, 3, 4, 5}, zero{1, 2, 0, 4, 5}, same(5, 2.0);
    CHECK_THROWS_AS(fit_variance_law(x, zero), parameter_error);
    CHECK_THROWS_AS(fit_variance_law(zero, x), parameter_error);
    CHECK_THROWS_AS(fit_variance_law(same, x), parameter_error);
    CHECK_THROWS_AS(fit_variance_law(std::vector<double>{1, 2}, std::vector<double>{1, 2}),
                    parameter_error);
}

} // namespace variance_law_test
