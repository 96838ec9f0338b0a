#include <orgscale/fit/information_criteria.hpp>

#include <array>
#include <cmath>
#include <vector>

#include <catch.hpp>

#include <orgscale/fit/detail/linear_regression.hpp>

namespace information_criteria_test {

using namespace orgscale;

namespace {

template <class Of>
concept has_criterion = requires(const Of& of) { aic(of); } ||
                        requires(const Of& of) { aicc(of); } || requires(const Of& of) { bic(of); };
static_assert(has_criterion<log_likelihood<on_sizes>>);
static_assert(!has_criterion<double>); // a residual sum is no likelihood
static_assert(!has_criterion<float>);
static_assert(!has_criterion<std::vector<double>>);

} // namespace

TEST_CASE("information criteria: Gaussian and log-normal errors on one scale", "[fit]")
{
    // a e^{bt} by least squares in the size and in its logarithm; criteria recomputed in 50 digits.
    const std::array<double, 8> y{3.1, 4.4, 5.2, 8.0, 10.4, 13.1, 19.9, 26.5};
    double                      s = 0, s_log = 0;
    for (std::size_t t = 0; t < 8; ++t) {
        const double at = static_cast<double>(t);
        s += std::pow(y[t] - 2.944242 * std::exp(0.3138932 * at), 2);
        s_log += std::pow(std::log(y[t] / 3.076391) - 0.3047619 * at, 2);
    }
    CHECK_THAT(aic(gaussian_log_likelihood(s, 8, 2)), WithinAbs(16.99034, 5e-6));
    const auto log_normal = gaussian_log_likelihood<on_logarithms>(s_log, 8, 2);
    CHECK_THAT(aic(to_sizes(log_normal, y)), WithinAbs(15.51086, 5e-6));
    CHECK_THAT(aic(log_normal), WithinAbs(-19.53591, 5e-6)); // another scale: not comparable
}

TEST_CASE("information criteria: weights of the models of the heat of cement", "[fit]")
{
    // Woods, Steinour and Starke (1932), as used by Burnham and Anderson: heat on four ingredients.
    const std::vector<std::vector<double>> x{{7, 1, 11, 11, 7, 11, 3, 1, 2, 21, 1, 11, 10},
                                             {26, 29, 56, 31, 52, 55, 71, 31, 54, 47, 40, 66, 68},
                                             {6, 15, 8, 8, 6, 9, 17, 22, 18, 4, 23, 9, 8},
                                             {60, 52, 20, 47, 33, 22, 6, 44, 22, 26, 34, 12, 12}};
    const std::vector<double>              heat{78.5, 74.3, 104.3, 87.6, 95.9,  109.2, 102.7,
                                   72.5, 93.1, 115.9, 83.8, 113.3, 109.4};
    std::vector<log_likelihood<>> all; // subset i has ingredient k + 1 if bit k of i is set
    for (unsigned subset = 1; subset < 16; ++subset) {
        std::vector<std::vector<double>> columns{std::vector<double>(13, 1.0)};
        for (unsigned k = 0; k < 4; ++k)
            if ((subset >> k & 1U) != 0) columns.push_back(x[k]);
        all.push_back(
            gaussian_log_likelihood(detail::regress(columns, heat).squares, 13, columns.size()));
    }
    // The printed criterion leaves out the constant n (ln 2π + 1).
    CHECK_THAT(aicc(all[2]) - 13 * (std::log(2 * std::acos(-1.0)) + 1), WithinAbs(32.4200, 5e-5));
    const auto weights = akaike_weights<on_sizes>(all);
    const auto is      = [&](std::size_t subset, double printed) {
        CHECK_THAT(weights[subset - 1], WithinAbs(printed, 5e-5));
    };
    is(3, .5657);
    is(11, .1186);
    is(7, .1164);
    is(9, .1075);
    is(13, .0813);
    is(14, .0072);
    is(15, .0029);
}

TEST_CASE("information criteria: too few points have no finite criterion", "[fit]")
{
    const log_likelihood<> few{.value = 3, .points = 5, .parameters = 4};
    CHECK(std::isinf(aicc(few)));
    CHECK_THAT(aicc(log_likelihood<>{0, 6, 4}), WithinAbs(48, 1e-12)); // 8 + 40
    CHECK_THAT(aicc(log_likelihood<>{0, 8, 4}), WithinAbs(8 + 40. / 3, 1e-12));
    const std::array<log_likelihood<>, 2> both{few, few};
    CHECK(akaike_weights<on_sizes>(both)[0] == 0);
    CHECK_THAT(bic(log_likelihood<>{-2, 10, 3}), WithinAbs(4 + 3 * std::log(10.0), 1e-14));
}

TEST_CASE("information criteria: refuse candidates of other points", "[fit]")
{
    const std::array<log_likelihood<>, 2> both{log_likelihood<>{-1, 10, 2},
                                               log_likelihood<>{-1, 9, 2}}; // differences lose one
    CHECK_THROWS_AS(akaike_weights<on_sizes>(both), parameter_error);
}

} // namespace information_criteria_test
