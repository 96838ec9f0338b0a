#include <orgscale/fit/ar1_regression.hpp>

#include <cmath>
#include <vector>

#include <catch.hpp>

namespace ar1_regression_test {

using namespace orgscale;

namespace {

// Luteinizing hormone every ten minutes (Diggle 1990, table A.1).
const std::vector<double> hormone{2.4, 2.4, 2.4, 2.2, 2.1, 1.5, 2.3, 2.3, 2.5, 2.0, 1.9, 1.7,
                                  2.2, 1.8, 3.2, 3.2, 2.7, 2.2, 2.2, 1.9, 1.9, 1.8, 2.7, 3.0,
                                  2.3, 2.0, 2.0, 2.9, 2.9, 2.7, 2.7, 2.3, 2.6, 2.4, 1.8, 1.7,
                                  1.5, 1.4, 2.1, 3.3, 3.5, 3.5, 3.1, 2.6, 2.1, 3.4, 3.0, 2.9};

// Level of Lake Huron in feet, 1875 to 1972 (Brockwell and Davis 1991, series A).
const std::vector<double> huron{
    580.38, 581.86, 580.97, 580.80, 579.79, 580.39, 580.42, 580.82, 581.40, 581.32, 581.44,
    581.68, 581.17, 580.53, 580.01, 579.91, 579.14, 579.16, 579.55, 579.67, 578.44, 578.24,
    579.10, 579.09, 579.35, 578.82, 579.32, 579.01, 579.00, 579.80, 579.83, 579.72, 579.89,
    580.01, 579.37, 578.69, 578.19, 578.67, 579.55, 578.92, 578.09, 579.37, 580.13, 580.14,
    579.51, 579.24, 578.66, 578.86, 578.05, 577.79, 576.75, 576.75, 577.82, 578.64, 580.58,
    579.48, 577.38, 576.90, 576.94, 576.24, 576.84, 576.85, 576.90, 577.79, 578.18, 577.51,
    577.23, 578.42, 579.61, 579.05, 579.26, 579.22, 579.38, 579.10, 577.95, 578.12, 579.75,
    580.85, 580.41, 579.96, 579.61, 578.76, 578.18, 577.21, 577.13, 579.10, 578.25, 577.91,
    576.89, 575.96, 576.80, 577.68, 578.38, 578.52, 579.74, 579.31, 579.89, 579.96};

} // namespace

TEST_CASE("ar1 regression: the mean of a hormone", "[fit]")
{
    const std::vector<std::vector<double>> constant{std::vector<double>(hormone.size(), 1.0)};
    const auto                             fit = ar1_regression(constant, hormone);
    CHECK_THAT(fit.rho, WithinAbs(.573924, 5e-7));
    CHECK_THAT(fit.rho_error, WithinAbs(.1161, 1.5e-4)); // printed from differences of 1e-3
    CHECK_THAT(fit.coefficients.at(0), WithinAbs(2.413286, 5e-7));
    CHECK_THAT(fit.standard_errors.at(0), WithinAbs(.1466, 5e-5));
    CHECK_THAT(fit.variance, WithinAbs(.1974896, 5e-8));
    CHECK_THAT(fit.likelihood.value, WithinAbs(-29.37916, 5e-6));
    CHECK(fit.likelihood.parameters == 3);
}

TEST_CASE("ar1 regression: the fall of a lake is half as certain as least squares says", "[fit]")
{
    std::vector<double> year, ones(huron.size(), 1.0);
    for (std::size_t i = 0; i < huron.size(); ++i)
        year.push_back(1875.0 + static_cast<double>(i) - 1920);
    const std::vector<std::vector<double>> columns{ones, year};
    const auto                             plain = detail::regress(columns, huron);
    CHECK_THAT(plain.coefficients.at(1), WithinAbs(-.024201, 5e-7));
    CHECK_THAT(std::sqrt(plain.squares / 96 * plain.inverse[3]), WithinAbs(.004036, 5e-7));

    const auto fit = ar1_regression(columns, huron, year);
    CHECK_THAT(fit.rho, WithinAbs(.78348, 1e-5));
    CHECK_THAT(fit.coefficients.at(1), WithinAbs(-.020393, 1e-5)); // an optimizer's end
    CHECK_THAT(fit.standard_errors.at(1), WithinAbs(.010518, 2e-6));
    CHECK_THAT(fit.likelihood.value, WithinAbs(-105.23, 5e-3));
}

TEST_CASE("ar1 log likelihood: is the density of the joint Gaussian", "[fit]")
{
    // Three points at times 0, 1, 3: covariance s²/(1-ρ²) ρ^|t-t'|, written out by its Cholesky factor.
    const std::vector<double> e{1.0, 0.4, -0.6}, times{0, 1, 3};
    const double              rho = 0.5, wide = 1 / (1 - rho * rho);
    const double              a = std::sqrt(wide), b = rho * wide / a, c = std::sqrt(wide - b * b);
    const double d = std::pow(rho, 3) * wide / a, f = (std::pow(rho, 2) * wide - d * b) / c;
    const double g = std::sqrt(wide - d * d - f * f);
    const double x = e[0] / a, y = (e[1] - b * x) / c, z = (e[2] - d * x - f * y) / g;
    const double s       = (x * x + y * y + z * z) / 3;
    const double by_hand = -1.5 * std::log(2 * std::acos(-1.0) * s) - 1.5 - std::log(a * c * g);
    CHECK_THAT(ar1_log_likelihood(e, rho, 0, times).value, WithinRel(by_hand, 1e-13));
}

TEST_CASE("ar1 regression: without correlation it is least squares", "[fit]")
{
    const std::vector<double>              e{1.0, 0.5, -0.5, 0.2};
    const std::vector<std::vector<double>> constant{{1, 1, 1, 1}};
    double                                 s = 0;
    for (const double x : e) s += x * x;
    CHECK_THAT(ar1_log_likelihood(e, 0, 1).value,
               WithinRel(gaussian_log_likelihood(s, 4, 1).value, 1e-14));
}

TEST_CASE("ar1 regression: refuses times that don't increase and other correlations", "[fit]")
{
    const std::vector<double> e{1, 2, 3}, twice{0, 1, 1}, uneven{0, 1, 3};
    CHECK_THROWS_AS(ar1_log_likelihood(e, 0.5, 0, twice), parameter_error);
    CHECK_THROWS_AS(ar1_log_likelihood(e, 1, 0), parameter_error);
    CHECK_THROWS_AS(ar1_log_likelihood(e, -0.5, 0, uneven), parameter_error);
    CHECK_NOTHROW(ar1_log_likelihood(e, -0.5, 0));
    const std::vector<std::vector<double>> dependent{{1, 1, 1}, {2, 2, 2}};
    CHECK(ar1_regression(dependent, e).coefficients.empty());
}

} // namespace ar1_regression_test
