#include <orgscale/fit/least_squares.hpp>

#include <cmath>
#include <cstddef>
#include <numbers>
#include <span>
#include <type_traits>
#include <vector>

#include <catch.hpp>
#include <nist.hpp>
#include <refusal.hpp>

namespace least_squares_test {

using namespace orgscale;
using std::atan, std::exp, std::pow, std::sqrt;

/// Residuals y - f(b, x) of a problem.
template <class Curve>
auto residuals_of(const nist::problem& problem, const Curve& curve)
{
    return [&problem, curve](const auto& b, const auto& r) {
        for (std::size_t i = 0; i < r.size(); ++i) r[i] = problem.y[i] - curve(b, problem.x[i]);
    };
}

/// Digits to which two numbers agree.
double digits(double found, double certified)
{
    return -std::log10(std::abs(found / certified - 1) + 1e-16);
}

// The certified values have eleven digits. Nine must be right.
template <std::size_t Count, class Residuals>
void reproduces(const nist::problem& problem, const Residuals& residuals)
{
    REQUIRE(problem.parameters.size() == Count);
    for (const bool second : {false, true}) {
        double start[Count];
        for (std::size_t k = 0; k < Count; ++k)
            start[k] = second ? problem.parameters[k].second_start
                              : problem.parameters[k].first_start;
        const auto fit = least_squares(residuals, problem.y.size(), start);
        INFO(problem.name << " from start " << (second ? 2 : 1) << ": " << name(fit.reason));
        REQUIRE(fit.verdict == fit_verdict::converged);
        CHECK(digits(fit.residual_sum, problem.residual_sum) >= 9);
        CHECK(digits(fit.residual_deviation(), problem.residual_deviation) >= 9);
        for (std::size_t k = 0; k < Count; ++k) {
            CHECK(digits(fit.estimates[k], problem.parameters[k].certified) >= 9);
            CHECK(digits(fit.standard_error(k).value(), problem.parameters[k].deviation) >= 9);
        }
    }
}

// One search from a place where a method that takes any stop for a success has stopped.
template <std::size_t Count, class Curve>
least_squares_fit stop_at(const nist::problem& problem, const Curve& curve,
                          const double (&place)[Count])
{
    return least_squares(residuals_of(problem, curve), problem.y.size(), place, {.starts = 1});
}

constexpr auto saturating = [](const auto& b, double x) { return b[0] * (1 - exp(-b[1] * x)); };
constexpr auto two_decays = [](const auto& b, double x) {
    return b[0] + b[1] * exp(-x * b[3]) + b[2] * exp(-x * b[4]);
};
constexpr auto arrhenius = [](const auto& b, double x) { return b[0] * exp(b[1] / (x + b[2])); };

TEST_CASE("least squares: certified values from both starts", "[fit]")
{
    const auto curve = []<std::size_t Count>(std::integral_constant<std::size_t, Count>,
                                             const nist::problem& problem, const auto& f) {
        reproduces<Count>(problem, residuals_of(problem, f));
    };
    constexpr std::integral_constant<std::size_t, 2> two;
    constexpr std::integral_constant<std::size_t, 3> three;
    constexpr std::integral_constant<std::size_t, 4> four;
    constexpr std::integral_constant<std::size_t, 5> five;
    constexpr std::integral_constant<std::size_t, 6> six;
    constexpr std::integral_constant<std::size_t, 8> eight;
    curve(three, nist::bennett5(),
          [](const auto& b, double x) { return b[0] * pow(b[1] + x, -1 / b[2]); });
    curve(two, nist::boxbod(), saturating);
    curve(three, nist::chwirut2(),
          [](const auto& b, double x) { return exp(-b[0] * x) / (b[1] + b[2] * x); });
    curve(two, nist::danwood(),
          [](const auto& b, double x) { return b[0] * exp(b[1] * std::log(x)); });
    curve(eight, nist::gauss1(), [](const auto& b, double x) {
        const auto first = (x - b[3]) / b[4], second = (x - b[6]) / b[7];
        return b[0] * exp(-b[1] * x) + b[2] * exp(-first * first) + b[5] * exp(-second * second);
    });
    curve(five, nist::kirby2(), [](const auto& b, double x) {
        return (b[0] + x * (b[1] + x * b[2])) / (1 + x * (b[3] + x * b[4]));
    });
    curve(six, nist::lanczos3(), [](const auto& b, double x) {
        return b[0] * exp(-b[1] * x) + b[2] * exp(-b[3] * x) + b[4] * exp(-b[5] * x);
    });
    curve(three, nist::mgh10(), arrhenius);
    curve(five, nist::mgh17(), two_decays);
    curve(two, nist::misra1a(), saturating);
    curve(two, nist::misra1c(),
          [](const auto& b, double x) { return b[0] * (1 - 1 / sqrt(1 + 2 * b[1] * x)); });
    curve(three, nist::rat42(),
          [](const auto& b, double x) { return b[0] / (1 + exp(b[1] - b[2] * x)); });
    curve(four, nist::roszman1(), [](const auto& b, double x) {
        return b[0] - b[1] * x - atan(b[2] / (x - b[3])) / std::numbers::pi;
    });

    const auto nelson = nist::nelson(); // two predictors, and the logarithm of y
    reproduces<3>(nelson, [&](const auto& b, const auto& r) {
        for (std::size_t i = 0; i < r.size(); ++i)
            r[i] = std::log(nelson.y[i]) - (b[0] - b[1] * nelson.x[i] * exp(-b[2] * nelson.x2[i]));
    });
}

// In each of these a parameter has run off until some of the curve no longer depends on it.
TEST_CASE("least squares: where others stop and report success is no optimum", "[fit]")
{
    const auto boxbod = stop_at(nist::boxbod(), saturating, {172.5, 115});
    CHECK(boxbod.verdict == fit_verdict::flat);
    CHECK(boxbod.reason == fit_reason::evaporated);
    CHECK(boxbod.culprit == 1);
    CHECK_FALSE(boxbod.standard_error(0));

    for (const auto& fit : {stop_at(nist::mgh17(), two_decays, {0.7, 150, -100, 1e285, 2}),
                            stop_at(nist::mgh17(), two_decays, {0.7, 1.5, -1, 0.1, 19034})}) {
        CHECK(fit.verdict == fit_verdict::flat);
        CHECK(fit.residual_sum > 2 * nist::mgh17().residual_sum);
    }
    const auto mgh10 = stop_at(nist::mgh10(), arrhenius, {3e-45, 4e5, 2.5e4});
    CHECK_FALSE(mgh10);
    CHECK(mgh10.residual_sum > 2 * nist::mgh10().residual_sum);

    // From the same places, further starts find the optimum, or say that they don't.
    const auto problem = nist::boxbod();
    const auto again   = least_squares(residuals_of(problem, saturating), problem.y.size(),
                                       {172.5, 115}, {.starts = 12, .spread = 200});
    REQUIRE(again.verdict == fit_verdict::converged);
    CHECK(digits(again.residual_sum, problem.residual_sum) >= 9);
    CHECK(again.optima.size() > 1);
}

TEST_CASE("least squares: an optimum stays unproved without all three tests and another start",
          "[fit]")
{
    const double y[]  = {1, 2, 4, 3, 5};
    const auto   line = [&](const auto& b, const auto& r) {
        for (std::size_t i = 0; i < r.size(); ++i)
            r[i] = b[0] + b[1] * static_cast<double>(i) - y[i];
    };
    CHECK(least_squares(line, 5, {1, 1}).verdict == fit_verdict::converged);

    // Two parameters of which only the sum matters.
    const auto sum = [&](const auto& b, const auto& r) {
        for (std::size_t i = 0; i < r.size(); ++i) r[i] = b[0] + b[1] - y[i];
    };
    const auto together = least_squares(sum, 5, {1, 1});
    CHECK(together.verdict == fit_verdict::flat);
    CHECK(together.reason == fit_reason::not_separable);

    // No least at all: the sum falls for ever.
    const auto falls = [&](const auto& b, const auto& r) {
        for (std::size_t i = 0; i < r.size(); ++i) r[i] = 1 + exp(-b[0]);
    };
    CHECK_FALSE(least_squares(falls, 5, {1.0}));

    const auto too_few = least_squares(line, 1, {1, 1});
    CHECK(too_few.reason == fit_reason::too_few_points);
    CHECK(least_squares(line, 5, {std::nan(""), 1}, {.starts = 1}).reason == fit_reason::not_finite);
    const auto hard = nist::mgh10();
    CHECK(least_squares(residuals_of(hard, arrhenius), hard.y.size(), {2, 4e5, 2.5e4},
                        {.starts = 1, .max_iterations = 5})
              .reason == fit_reason::out_of_steps);
}

TEST_CASE("least squares: a slope of exactly 0 and data without noise are found", "[fit]")
{
    const double even[] = {1, 3, 3, 1}; // symmetric: the slope is 0
    const auto   line   = [&](const auto& b, const auto& r) {
        for (std::size_t i = 0; i < r.size(); ++i)
            r[i] = b[0] + b[1] * static_cast<double>(i) - even[i];
    };
    const auto flat = least_squares(line, 4, {1, 1});
    REQUIRE(flat.verdict == fit_verdict::converged);
    CHECK_THAT(flat.estimates[1], WithinAbs(0, 1e-14));
    CHECK_THAT(flat.estimates[0], WithinRel(2, 1e-14));

    const auto exact = [&](const auto& b, const auto& r) {
        for (std::size_t i = 0; i < r.size(); ++i)
            r[i] = b[0] * exp(-b[1] * static_cast<double>(i)) -
                   3 * std::exp(-0.7 * static_cast<double>(i));
    };
    const auto found = least_squares(exact, 9, {1, 0.2});
    REQUIRE(found.verdict == fit_verdict::converged);
    CHECK_THAT(found.estimates[0], WithinRel(3, 1e-14));
    CHECK_THAT(found.estimates[1], WithinRel(0.7, 1e-14));
}

TEST_CASE("least squares: on a bound the others are fitted as if it were given", "[fit]")
{
    const double y[]  = {5.1, 3.9, 3.2, 1.8, 1.1};
    const auto   line = [&](const auto& b, const auto& r) {
        for (std::size_t i = 0; i < r.size(); ++i)
            r[i] = b[0] + b[1] * static_cast<double>(i) - y[i];
    };
    const auto held = least_squares(line, 5, {1, 1}, {.low = {-10, 0}, .high = {10, 9}});
    REQUIRE(held.verdict == fit_verdict::on_bound);
    CHECK(held.estimates[1] == 0);
    CHECK(held.on_bound == std::vector<char>{0, 1});
    CHECK_THAT(held.estimates[0], WithinRel((5.1 + 3.9 + 3.2 + 1.8 + 1.1) / 5, 1e-14));
    CHECK_FALSE(held.standard_error(1));
    CHECK_THAT(held.standard_error(0).value(),
               WithinRel(held.residual_deviation() / std::sqrt(5.0), 1e-12));
    CHECK(held.degrees_of_freedom() == 4);

    // Bounds that the optimum respects change nothing.
    const auto inside = least_squares(line, 5, {1, 1}, {.low = {-10, -9}, .high = {10, 9}});
    const auto free   = least_squares(line, 5, {1, 1});
    REQUIRE(inside.verdict == fit_verdict::converged);
    CHECK_THAT(inside.estimates[1], WithinRel(free.estimates[1], 1e-14));
}

TEST_CASE("least squares: the number of parameters known when the program runs", "[fit]")
{
    const auto                problem = nist::gauss1();
    const std::vector<double> start{97, 0.009, 100, 65, 20, 70, 178, 16.5};
    const auto                fit = least_squares(residuals_of(problem,
                                                               [](const auto& b, double x) {
                                                    const auto first = (x - b[3]) / b[4],
                                                               second = (x - b[6]) / b[7];
                                                    return b[0] * exp(-b[1] * x) +
                                                           b[2] * exp(-first * first) +
                                                           b[5] * exp(-second * second);
                                                }),
                                                  problem.y.size(), std::span<const double>{start});
    REQUIRE(fit);
    CHECK(digits(fit.estimates[7], problem.parameters[7].certified) >= 9);
}

TEST_CASE("least squares: refuses bounds that don't fit", "[fit]")
{
    const auto one = [](const auto& b, const auto& r) { r[0] = b[0]; };
    CHECK(refused_by([&] { return least_squares(one, 1, {1.0}, {.low = {0, 0}}); }) ==
          "must have a bound for each parameter, or none");
    CHECK(refused_by([&] { return least_squares(one, 1, {1.0}, {.low = {2}, .high = {1}}); }) ==
          "low must not lie above high");
}

} // namespace least_squares_test
