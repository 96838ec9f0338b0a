#pragma once

#include <cmath>

#include <tangent.hpp>

/// The slope of `f` at a point by the dual number.
template <class Function>
double slope_of_dual(const Function& f, double point)
{
    return f(tangent::variable(point)).slope();
}

/// The same by central differences in long double over h, h/2 and h/4, extrapolated to h = 0
/// (Richardson), h a thousandth of the point unless given. What is left is of order h^6, so some 1e-18
/// of a smooth function's size, and rounding, some 1e-16 of f over the point: below what a test allows.
template <class Function>
double slope_of_differences(const Function& f, double point, double step = 0)
{
    const auto x = static_cast<long double>(point);
    const auto h = step > 0 ? static_cast<long double>(step) : (x == 0 ? 1 : std::abs(x)) / 1000;
    const auto difference = [&](long double over) -> long double {
        return (f(x + over) - f(x - over)) / (2 * over);
    };
    const long double coarse = difference(h), middle = difference(h / 2), fine = difference(h / 4);
    const long double once  = middle + (middle - coarse) / 3;
    const long double again = fine + (fine - middle) / 3;
    return static_cast<double>(again + (again - once) / 15);
}
