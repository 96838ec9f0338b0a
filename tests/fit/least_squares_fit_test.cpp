#include <orgscale/fit/least_squares_fit.hpp>

#include <cmath>

#include <catch.hpp>

namespace least_squares_fit_test {

using namespace orgscale;

// y = a + b x at x = -1, 0, 1 with residuals 1, -2, 1: R of the Jacobian is diag(sqrt 3, sqrt 2).
least_squares_fit line()
{
    least_squares_fit fit;
    fit.verdict      = fit_verdict::converged;
    fit.estimates    = {10, 4};
    fit.residuals    = {1, -2, 1};
    fit.residual_sum = 6;
    fit.on_bound     = {0, 0};
    fit.free         = {0, 1};
    fit.triangle     = {std::sqrt(3.0), 0, 0, std::sqrt(2.0)};
    return fit;
}

TEST_CASE("least-squares fit: the standard errors of a straight line", "[fit]")
{
    const auto fit = line();
    CHECK(fit.degrees_of_freedom() == 1);
    CHECK_THAT(fit.residual_deviation(), WithinRel(std::sqrt(6.0), 1e-15));
    CHECK_THAT(fit.standard_error(0).value(), WithinRel(std::sqrt(2.0), 1e-15));
    CHECK_THAT(fit.standard_error(1).value(), WithinRel(std::sqrt(3.0), 1e-15));
    CHECK(fit.covariance()[1] == 0);
}

TEST_CASE("least-squares fit: the inverse of a triangle that is not diagonal", "[fit]")
{
    auto fit     = line();
    fit.triangle = {2, 0, 1, 4}; // R = [2 1; 0 4], JᵀJ = [4 2; 2 17], determinant 64
    const auto c = fit.covariance();
    CHECK_THAT(c[0], WithinRel(6 * 17.0 / 64, 1e-15));
    CHECK_THAT(c[1], WithinRel(6 * -2.0 / 64, 1e-15));
    CHECK_THAT(c[2], WithinRel(c[1], 1e-15));
    CHECK_THAT(c[3], WithinRel(6 * 4.0 / 64, 1e-15));
}

TEST_CASE("least-squares fit: no standard error on a bound, without a verdict or without freedom",
          "[fit]")
{
    auto bound     = line();
    bound.verdict  = fit_verdict::on_bound;
    bound.on_bound = {0, 1};
    bound.free     = {0};
    bound.triangle = {std::sqrt(3.0)};
    CHECK(bound.standard_error(0));
    CHECK_FALSE(bound.standard_error(1));
    CHECK(bound.degrees_of_freedom() == 2);

    auto flat    = line();
    flat.verdict = fit_verdict::flat;
    CHECK_FALSE(flat.standard_error(0));

    auto exact      = line();
    exact.residuals = {0, 0};
    CHECK_FALSE(exact.standard_error(0));
    CHECK(std::isnan(exact.residual_deviation()));
}

TEST_CASE("least-squares fit: the direction in which the data say least", "[fit]")
{
    auto fit         = line();
    fit.estimates    = {1, 1};
    fit.triangle     = {1, 0, 1 - 1e-6, 1e-6}; // only the sum of relative changes matters
    const auto split = fit.sensitivities();
    CHECK_THAT(split.values[0], WithinRel(std::sqrt(2.0), 1e-5));
    CHECK(split.values[1] < 1e-5);
    CHECK_THAT(split.vectors[2] / split.vectors[3], WithinRel(-1, 1e-5));
}

} // namespace least_squares_fit_test
