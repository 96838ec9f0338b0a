#pragma once

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <tuple>
#include <type_traits>

#include <boost/multiprecision/cpp_bin_float.hpp>

#include <orgscale/core/dual.hpp>

#if __has_include(<experimental/simd>) && defined(__GLIBCXX__)
#include <experimental/simd>
#define ORGSCALE_TESTS_HAVE_LANES
#endif

// The numbers that the models are shown to work for, besides `double`.

using tangent              = orgscale::dual<double, 1>;
using digits50             = boost::multiprecision::cpp_bin_float_50;
using digits50_expressions = boost::multiprecision::number<boost::multiprecision::cpp_bin_float<50>,
                                                           boost::multiprecision::et_on>;
#ifdef ORGSCALE_TESTS_HAVE_LANES
using lanes              = std::experimental::fixed_size_simd<double, 4>;
using class_number_types = std::tuple<tangent, digits50, digits50_expressions, lanes>;
using number_types = std::tuple<float, long double, tangent, digits50, digits50_expressions, lanes>;
#else
using class_number_types = std::tuple<tangent, digits50, digits50_expressions>;
using number_types       = std::tuple<float, long double, tangent, digits50, digits50_expressions>;
#endif

/// Four numbers at which answers are compared: one for each lane.
using four_points = std::array<double, 4>;

/// What `f` answers in the number type at each point, as doubles. A number with lanes is asked once,
/// with a different point in each lane.
template <class Number, class Function>
four_points answers(const Function& f, const four_points& points)
{
    four_points given{};
    if constexpr (requires(Number x) {
                      x[0];
                      x.size();
                  }) {
        const Number all = f(Number([&](auto lane) { return points[lane]; }));
        for (std::size_t lane = 0; lane < points.size(); ++lane) given[lane] = all[lane];
    } else {
        for (std::size_t i = 0; i < points.size(); ++i)
            given[i] = static_cast<double>(Number(f(static_cast<Number>(points[i]))));
    }
    return given;
}

/// The largest relative difference between what `f` answers in the number type and in `double`.
template <class Number, class Function>
double farthest_from_double(const Function& f, const four_points& points)
{
    const auto wanted = answers<double>(f, points);
    const auto given  = answers<Number>(f, points);
    double     worst  = 0;
    for (std::size_t i = 0; i < points.size(); ++i) {
        const double error = std::abs(given[i] - wanted[i]) / std::max(std::abs(wanted[i]), 1e-300);
        worst              = error <= worst ? worst : error; // also lets a NaN through
    }
    return worst;
}

/// One rounding of the coarser of the number type and `double`.
template <class Number>
constexpr double rounding = std::is_same_v<Number, float>
                                ? static_cast<double>(std::numeric_limits<float>::epsilon())
                                : std::numeric_limits<double>::epsilon();

/// The slope of `f` at a point by a central difference in 50 digits: the step of 1e-15 leaves an
/// error of 1e-30, far below what a double can show.
template <class Function>
double slope_in_50_digits(const Function& f, double point)
{
    const digits50 step("1e-15");
    const digits50 x(point);
    return static_cast<double>(
        digits50((f(digits50(x + step)) - f(digits50(x - step))) / (2 * step)));
}

/// The same by the dual number.
template <class Function>
double slope_of_dual(const Function& f, double point)
{
    return f(tangent::variable(point)).slope();
}
