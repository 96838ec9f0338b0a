#pragma once

#include <cmath>
#include <limits>

#include <orgscale/core/dual.hpp>
#include <orgscale/core/real.hpp>

namespace orgscale::detail {

/// x + k/(x + (k+1)/(x + ...)) for x >= 1, whose error falls as e^{-2 x sqrt(n)}
/// from about n = x^2 on, and before that faster.
template <ordered_real Real>
[[nodiscard]] Real normal_fraction(const Real& x, const passive_t<Real>& k)
{
    using std::floor, std::log;
    using Passive        = passive_t<Real>;
    const Passive digits = 2 - log(std::numeric_limits<Passive>::epsilon());
    const Passive least  = digits / passive(x);
    Real          tail   = x;
    for (Passive n = k + floor(Passive((digits + least * least / 2) / 2)); n >= k; n = n - 1)
        tail = x + n / tail;
    return tail;
}

/// (1 - Φ(x))/φ(x), the standard normal law's upper tail over its density; infinite where that
/// overflows, from x = -38 down in `double`.
template <ordered_real Real>
[[nodiscard]] Real mills_ratio(const Real& x)
{
    using std::atan, std::exp, std::sqrt;
    using Passive = passive_t<Real>;
    if (x > 1) return 1 / normal_fraction(x, Passive(1));
    // sqrt(π/2) e^{x^2/2} - x - x^3/3 - x^5/(3 5) - ...
    const Real square = x * x, half = sqrt(Real(2 * atan(Real(1)))) * exp(Real(square / 2));
    if (!(passive(half) < (std::numeric_limits<Passive>::max)())) return infinity<Real>();
    Real          term       = -x, sum(0);
    const Passive negligible = std::numeric_limits<Passive>::epsilon() / 1024;
    for (Passive k(3);; k = k + 2) {
        sum             = sum + term;
        term            = term * Real(square / k); // the product alone may overflow
        const Passive t = passive(term), size = t < 0 ? Passive(-t) : t;
        if (passive(square) < k && size * k <= negligible * passive(half)) return half + sum;
    }
}

/// Its logarithm, which overflows nowhere.
template <ordered_real Real>
[[nodiscard]] Real log_mills_ratio(const Real& x)
{
    using std::atan, std::exp, std::log, std::log1p, std::sqrt;
    if (x > -5) return log(mills_ratio(x));
    // Φ(-x) is 1 - φ(x) M(-x).
    const Real square = x * x, root = sqrt(Real(8 * atan(Real(1)))); // of 2 π
    return square / 2 + log(root) +
           log1p(Real(-exp(Real(-square / 2)) / root * mills_ratio(Real(-x))));
}

/// φ(x)/(1 - Φ(x)) - x, the hazard over its asymptote.
template <ordered_real Real>
[[nodiscard]] Real hazard_excess(const Real& x)
{
    if (x > 1) return 1 / normal_fraction(x, passive_t<Real>(2));
    return 1 / mills_ratio(x) - x;
}

} // namespace orgscale::detail
