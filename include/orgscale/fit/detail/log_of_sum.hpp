#pragma once

#include <cmath>
#include <limits>
#include <utility>

namespace orgscale::detail {

/// ln(e^a + e^b), without overflow; minus infinity stands for the logarithm of 0.
[[nodiscard]] inline double log_of_sum(double a, double b)
{
    if (a < b) std::swap(a, b);
    return b == -std::numeric_limits<double>::infinity() ? a : a + std::log1p(std::exp(b - a));
}

} // namespace orgscale::detail
