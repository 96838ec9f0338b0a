#pragma once

#include <array>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <limits>

#include <orgscale/core/dual.hpp>
#include <orgscale/core/real.hpp>
#include <orgscale/improvement/detail/mean_decay.hpp>

namespace orgscale::detail {

/// Bernoulli numbers B_2k = first / second, k = 1 to 17, exact.
inline constexpr std::array<std::array<double, 2>, 17> bernoulli_numbers{{{1, 6},
                                                                          {-1, 30},
                                                                          {1, 42},
                                                                          {-1, 30},
                                                                          {5, 66},
                                                                          {-691, 2730},
                                                                          {7, 6},
                                                                          {-3617, 510},
                                                                          {43867, 798},
                                                                          {-174611, 330},
                                                                          {854513, 138},
                                                                          {-236364091, 2730},
                                                                          {8553103, 6},
                                                                          {-23749461029, 870},
                                                                          {8615841276005, 14322},
                                                                          {-7709321041217, 510},
                                                                          {2577687858367, 6}}};

/// 1 + 2^b + ... + n^b for b <= 0 and n >= 0; takes b and b + 1, since either may be small.
///
/// Summed directly up to a term m, from the smallest term on; the rest by the Euler-Maclaurin formula,
///     ∫_m^n x^b dx + (n^b - m^b)/2 + Σ B_2k/(2k)! (f^(2k-1)(n) - f^(2k-1)(m)),    f(x) = x^b
/// where the integral is m^(b+1) (e^z - 1)/(b+1), z = (b+1) ln(n/m), a logarithm at b = -1.
template <real Real>
[[nodiscard]] Real power_sum(std::int64_t n, const Real& b, const Real& b_and_1)
{
    using std::log, std::pow;
    using number = passive_t<Real>;
    // The error is about 2 |b|...|b-2k| / (2π m)^(2k+1): for b = -1 below 1e-34, or 1e-62 if precise.
    constexpr bool         precise = std::numeric_limits<Real>::digits10 > 20;
    constexpr std::int64_t first   = precise ? 128 : 32;
    constexpr int          terms   = precise ? 17 : 10;

    const auto counted = [](auto whole) {
        return Real(static_cast<number>(static_cast<double>(whole)));
    };
    Real sum = Real(0);
    for (std::int64_t i = n < first ? n : first; i > 0; --i) sum = sum + pow(counted(i), b);
    if (n <= first) return sum;

    const Real m = counted(first), end = counted(n);
    const Real at_m = pow(m, b), at_end = pow(end, b);
    const Real log_ratio = log(Real(end / m));
    const Real integral  = at_m * m * (log_ratio * mean_decay(Real(-b_and_1 * log_ratio)));

    Real corrections = (at_end - at_m) / 2;
    Real factor      = b / 2; // b (b-1) ... (b-2k+2) / (2k)!
    Real odd_m = at_m / m, odd_end = at_end / end;
    for (int k = 1; k <= terms; ++k) {
        const auto& [above, below] = bernoulli_numbers[static_cast<std::size_t>(k - 1)];
        const auto twice           = static_cast<number>(2 * k);
        corrections = corrections + static_cast<number>(above) * (factor * (odd_end - odd_m)) /
                                        static_cast<number>(below);
        factor  = factor * (b - twice + 1) * (b - twice) / ((twice + 1) * (twice + 2));
        odd_m   = odd_m / (m * m);
        odd_end = odd_end / (end * end);
    }
    return sum + (integral + corrections);
}

} // namespace orgscale::detail
