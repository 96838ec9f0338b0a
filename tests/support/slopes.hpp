#pragma once

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <limits>
#include <vector>

#include <tangent.hpp>

#include <orgscale/core/parameter_error.hpp>

/// The slope of `f` at a point by dual numbers.
template <class Function>
double slope_of_dual(const Function& f, double point)
{
    return f(tangent::variable(point)).slope();
}

/// The same by central differences in long double, extrapolated to a step of 0 by Ridders' method: steps
/// starting at a hundredth of the point, or of 1, are halved; a polynomial in the squared step goes through
/// all of them; the estimate that changes least is returned. Steps that leave the domain of f or meet a pole
/// are skipped.
///
/// Ridders, C. J. F. (1982). Accurate computation of F'(x) and F'(x) F''(x). Advances in Engineering
/// Software 4(2), 75-76.
template <class Function>
double slope_of_differences(const Function& f, double point)
{
    constexpr int            rows         = 34;
    const auto               x            = static_cast<long double>(point);
    long double              h            = std::max(1.0L, std::abs(x)) / 100;
    long double              best         = std::numeric_limits<long double>::quiet_NaN();
    long double              least_change = std::numeric_limits<long double>::infinity();
    std::vector<long double> before;
    for (int row = 0; row < rows; ++row, h /= 2) {
        std::vector<long double> now;
        long double              rounding = 0; // of the difference; smaller changes are noise
        try {
            const long double above = f(x + h), below = f(x - h);
            if (!std::isfinite(above - below)) continue; // beyond a pole
            now.push_back((above - below) / (2 * h));
            rounding = std::numeric_limits<long double>::epsilon() *
                       std::max(std::abs(above), std::abs(below)) / h;
        } catch (const orgscale::parameter_error&) {
            continue;
        }
        long double power = 1;
        for (std::size_t n = 0; n < before.size(); ++n) {
            power *= 4;
            now.push_back(now[n] + (now[n] - before[n]) / (power - 1));
            const long double change = std::max(
                {rounding, std::abs(now[n + 1] - now[n]), std::abs(now[n + 1] - before[n])});
            if (change <= least_change) {
                least_change = change;
                best         = now[n + 1];
            }
        }
        before = now;
    }
    return static_cast<double>(best);
}

/// Its error: near an end of the domain, where steps are short, and where terms of f cancel, nine of a long
/// double's nineteen digits are lost. A wrong derivative is off by far more; the last digits of slopes are
/// compared in the conformance suite.
inline constexpr double slope_error = 1e-10;
