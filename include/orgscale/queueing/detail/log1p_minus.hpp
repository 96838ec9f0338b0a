#pragma once

#include <cmath>
#include <limits>

#include <orgscale/core/dual.hpp>
#include <orgscale/core/real.hpp>

namespace orgscale::detail {

/// Whether a number has no more digits than a `double`.
template <real Real>
inline constexpr bool is_short = std::numeric_limits<passive_t<Real>>::digits <= 53;

/// 1/(2k + 1)
template <real Real>
[[nodiscard]] Real odd_part(int k)
{
    return Real(static_cast<passive_t<Real>>(1) / static_cast<passive_t<Real>>(2 * k + 1));
}

/// ln(1 + v) - v of a number with the digits of a `double`, for |v| up to 0.5 with 20 terms, up to
/// 0.3 with 11 and up to 0.05 with 5. With r = v/(2+v) it is
///     2 r^3 (1/3 + r^2/5 + r^4/7 + ...) - v r,    r^2 at most 0.111, 0.0312 or 0.00066
template <int Terms, ordered_real Real>
[[nodiscard]] Real log1p_minus_by(const Real& v)
{
    const Real r = v / (2 + v), square = r * r;
    Real       sum = odd_part<Real>(Terms);
    for (int k = Terms - 1; k > 0; --k) sum = odd_part<Real>(k) + square * sum;
    return 2 * r * square * sum - v * r;
}

/// ln(1 + v) - v for v > -1, without cancellation.
template <ordered_real Real>
[[nodiscard]] Real log1p_minus(const Real& v)
{
    using std::log1p;
    if (v > Real(0.5) || v < Real(-0.5)) return log1p(v) - v;
    if constexpr (is_short<Real>) {
        return v > Real(0.3) || v < Real(-0.3) ? log1p_minus_by<20>(v) : log1p_minus_by<11>(v);
    } else {
        const Real r = v / (2 + v), square = r * r;
        Real       sum(0), power(1);
        for (passive_t<Real> k(3); power > std::numeric_limits<passive_t<Real>>::epsilon() / 64;
             k = k + 2) {
            sum   = sum + power / k;
            power = power * square;
        }
        return 2 * r * square * sum - v * r;
    }
}

} // namespace orgscale::detail
