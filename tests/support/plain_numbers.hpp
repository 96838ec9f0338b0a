#pragma once

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <tuple>
#include <type_traits>

#include <tangent.hpp>

// Number types other than `double` that are cheap to compile, for what the conformance suite doesn't cover,
// such as laws of integers and searches. The others are in number_types.hpp.

using plain_number_types = std::tuple<float, long double, tangent>;

/// Four numbers at which results are compared: one for each lane.
using four_points = std::array<double, 4>;

/// The results of `f` in the number type at each point, as doubles. With lanes it is evaluated once, with a
/// different point in each lane.
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

/// The largest relative difference between `f` in the number type and in `double`.
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
