#pragma once

#include <cmath>
#include <numbers>

namespace orgscale::detail {

/// Φ, the standard normal distribution.
[[nodiscard]] inline double normal_below(double z)
{
    return std::erfc(-z / std::numbers::sqrt2) / 2;
}

/// exp(a) Φ(-b) without overflow.
[[nodiscard]] inline double scaled_tail(double a, double b)
{
    if (b < 25) return std::exp(a) * normal_below(-b);
    return std::exp(a - b * b / 2) / (b * std::sqrt(2 * std::numbers::pi)) * (1 - 1 / (b * b));
}

/// Distribution of the error of a break's date, scaled: where a Brownian motion whose drift and variance
/// change at 0 has its maximum [Bai 1997, appendix].
[[nodiscard]] inline double break_date_below(double x, double xi, double phi)
{
    const double r = x < 0 ? xi / phi : phi / xi;
    // Both sides have one form, with the ratio of the sides exchanged and x in units of the side.
    const double u = x < 0 ? -x : x * xi * xi / phi, side = std::sqrt(u);
    const double c = (1 + 2 * r) / (r * (1 + r)), d = (1 + 2 * r) * (1 + 2 * r) / (r * (1 + r));
    const double below = -side / std::sqrt(2 * std::numbers::pi) * std::exp(-u / 8) -
                         c * scaled_tail(r * (1 + r) * u / 2, (0.5 + r) * side) +
                         (d - 2 + u / 2) * normal_below(-side / 2);
    return x < 0 ? below : 1 - below;
}

} // namespace orgscale::detail
