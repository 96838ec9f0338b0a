#pragma once

#include <cmath>
#include <limits>

namespace orgscale::detail {

/// The z that a standard normal stays within with probability `level`.
[[nodiscard]] inline double normal_quantile(double level)
{
    double z = 0; // erf(z/√2) = level; erf is concave, so that Newton's method stays below
    for (int step = 0; step < 100; ++step) {
        const double more = (level - std::erf(z * 0.70710678118654752)) * std::exp(z * z / 2) *
                            1.2533141373155003; // sqrt(π/2)
        if (!(more > 1e-12)) break;
        z += more;
    }
    return z;
}

/// Student's t from the normal quantile of the same level, by Abramowitz and Stegun's 26.7.5, for 3 and more degrees of
/// freedom.
[[nodiscard]] inline double student_from_normal(double z, double freedom)
{
    const double s = z * z;
    return z * (1 + (s + 1) / (4 * freedom) + ((5 * s + 16) * s + 3) / (96 * freedom * freedom) +
                (((3 * s + 19) * s + 17) * s - 15) / (384 * freedom * freedom * freedom));
}

/// Two-sided quantile of Student's t; exact for 1 and 2 degrees of freedom, by Abramowitz and Stegun's 26.7.5
/// from there on, to 1 percent at 3 and 0.1 percent from 5.
[[nodiscard]] inline double student_quantile(double level, double freedom)
{
    if (!(freedom >= 1)) return std::numeric_limits<double>::infinity();
    if (freedom < 2) return std::tan(1.5707963267948966 * level);
    if (freedom < 3) return level * std::sqrt(2 / (1 - level * level));
    return student_from_normal(normal_quantile(level), freedom);
}

} // namespace orgscale::detail
