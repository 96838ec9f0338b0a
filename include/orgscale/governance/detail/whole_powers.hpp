#pragma once

#include <cstdint>

#include <orgscale/core/real.hpp>

namespace orgscale::detail {

/// x^n for a whole n >= 0, by squaring; 1 at n = 0.
template <real Real>
[[nodiscard]] constexpr Real whole_power(Real x, std::int64_t n)
{
    Real product = Real(1);
    for (; n > 0; n /= 2) {
        if (n % 2 != 0) product = product * x;
        x = x * x;
    }
    return product;
}

/// 1 + x + ... + x^(n-1) for x >= 0 and a whole n >= 0, by doubling the number of terms: without a division by
/// 1 - x, so that nothing cancels near x = 1.
template <real Real>
[[nodiscard]] constexpr Real power_sum(Real x, std::int64_t n)
{
    Real sum = Real(0), terms = Real(1), power = Real(1);
    for (; n > 0; n /= 2) {
        if (n % 2 != 0) {
            sum   = sum + power * terms;
            power = power * x;
        }
        terms = terms * (1 + x);
        x     = x * x;
    }
    return sum;
}

} // namespace orgscale::detail
