#include <orgscale/fit/newey_west.hpp>

#include <cmath>
#include <vector>

#include <catch.hpp>

#include <orgscale/fit/residual_tests.hpp>

namespace newey_west_test {

using namespace orgscale;

TEST_CASE("newey west: investment in the United States, 1964 to 1982", "[fit]")
{
    // Greene (1993), table 15.1: GNP, investment, price index and interest, 1963 to 1982.
    const std::vector<double> gnp{596.7,  637.7,  691.1,  756.0,  799.6,  873.4,  944.0,
                                  992.7,  1077.6, 1185.9, 1326.4, 1434.2, 1549.2, 1718.0,
                                  1918.3, 2163.9, 2417.8, 2631.7, 2954.1, 3073.0};
    const std::vector<double> investment{90.9,  97.4,  113.5, 125.7, 122.8, 133.3, 149.3,
                                         144.2, 166.4, 195.0, 229.8, 228.7, 206.1, 257.9,
                                         324.1, 386.6, 423.0, 401.9, 474.9, 414.5};
    const std::vector<double> price{.7167,  .7277,  .7436,  .7676,  .7906,  .8254,  .8679,
                                    .9145,  .9601,  1.0000, 1.0575, 1.1508, 1.2579, 1.3234,
                                    1.4005, 1.5042, 1.6342, 1.7842, 1.9514, 2.0688};
    const std::vector<double> interest{3.23, 3.55, 4.04,  4.50,  4.19,  5.16, 5.87,
                                       5.95, 4.88, 4.50,  6.44,  7.83,  6.25, 5.50,
                                       5.46, 7.46, 10.28, 11.77, 13.42, 11.02};
    std::vector<double>       ones, output, real, invested;
    for (std::size_t i = 1; i < gnp.size(); ++i) {
        ones.push_back(1);
        output.push_back(gnp[i] / price[i]);
        invested.push_back(investment[i] / price[i]);
        real.push_back(interest[i] - 100 * (price[i] - price[i - 1]) / price[i - 1]);
    }
    const std::vector<std::vector<double>> columns{ones, output, real};
    const auto                             fit = newey_west(columns, invested, 4);
    CHECK_THAT(fit.coefficients.at(0), WithinAbs(-12.534, 5e-4));
    CHECK_THAT(fit.coefficients.at(1), WithinAbs(.16914, 5e-6));
    CHECK_THAT(fit.coefficients.at(2), WithinAbs(-1.0014, 5e-5));
    CHECK_THAT(fit.plain_errors.at(0), WithinAbs(24.915, 5e-4));
    CHECK_THAT(fit.plain_errors.at(1), WithinAbs(.020566, 5e-7));
    CHECK_THAT(fit.plain_errors.at(2), WithinAbs(2.3687, 5e-5));
    CHECK_THAT(fit.standard_errors.at(0), WithinAbs(18.958, 5e-4));
    CHECK_THAT(fit.standard_errors.at(1), WithinAbs(.016751, 5e-7));
    CHECK_THAT(fit.standard_errors.at(2), WithinAbs(3.3424, 5e-5));
    CHECK_THAT(durbin_watson(fit.residuals, 3).statistic, WithinAbs(1.3215, 5e-5));
}

TEST_CASE("newey west: without lags it is White's covariance", "[fit]")
{
    const std::vector<std::vector<double>> constant{{1, 1, 1, 1}};
    const std::vector<double>              y{1, 2, 4, 9};
    double                                 squares = 0;
    for (const double v : y) squares += (v - 4) * (v - 4);
    CHECK_THAT(newey_west(constant, y, 0).standard_errors.at(0),
               WithinRel(std::sqrt(squares) / 4, 1e-14));
    CHECK(newey_west(constant, y, 99).lag == 3);
}

TEST_CASE("newey west: Andrews's bandwidth grows with the correlation", "[fit]")
{
    // a = 4 · 0.25/(0.25 · 2.25) = 16/9
    CHECK_THAT(andrews_bandwidth(0.5, 36), WithinRel(1.1447 * 4, 1e-14));
    CHECK(andrews_bandwidth(0, 100) == 0);
    CHECK(std::isinf(andrews_bandwidth(1, 100)));
}

TEST_CASE("newey west: refuses columns of another length", "[fit]")
{
    const std::vector<std::vector<double>> constant{{1, 1, 1}};
    const std::vector<double>              y{1, 2, 4, 9};
    CHECK_THROWS_AS(newey_west(constant, y, 1), parameter_error);
}

} // namespace newey_west_test
