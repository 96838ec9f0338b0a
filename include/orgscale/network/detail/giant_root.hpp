#pragma once

#include <cmath>
#include <limits>
#include <type_traits>

#include <orgscale/core/dual.hpp>
#include <orgscale/core/real.hpp>
#include <orgscale/core/relative_exponential.hpp>
#include <orgscale/core/select.hpp>

namespace orgscale::detail {

/// (e^x - 1 - x)/x², with 1/2 at x = 0, for x <= 0 to rounding, and its derivative with it.
template <real Real>
[[nodiscard]] Real exponential_rest(const Real& x)
{
    using std::expm1;
    // For |x| < 1 by the series 1/2 (1 + x/3 (1 + x/4 (...))); the omitted terms are below 2/(n+2)!.
    constexpr int terms  = std::numeric_limits<Real>::digits10 > 19 ? 48 : 24;
    const auto    nearby = x < Real(1) && x > Real(-1);
    const Real    inside = select(nearby, x, Real(0));
    Real          series = Real(1);
    for (int n = terms; n >= 3; --n) series = 1 + inside * series * reciprocal<Real>(n);
    const Real outside = select(nearby, Real(-1), x);
    return select(nearby, Real(series / 2), Real((expm1(outside) - outside) / outside / outside));
}

/// The x > 0 at which x/(1 - e^-x) = 1 + e, for e > 0: the mean degree of a random graph times the share of its
/// giant component, where its mean degree is 1 + e. About 2 e for small e.
///
/// By Newton's method from above, on the convex x/(1 - e^-x) - 1 computed without cancellation; the last two
/// steps bring the derivatives.
template <real Real>
[[nodiscard]] Real giant_root(const Real& excess)
{
    using std::exp;
    const auto nearer = [](const auto& x, const auto& wanted) {
        using Number       = std::remove_cvref_t<decltype(x)>;
        const Number share = relative_exponential(Number(-x));
        const Number rest  = exponential_rest(Number(-x));
        const Number over  = x * rest / share - wanted;      // 1 - share = x rest
        const Number slope = (share - rest) / share / share; // 1/2 at x = 0, 1 far from it
        return Number(x - over / slope);
    };
    using Passive        = passive_t<Real>;
    const auto    far_on = excess > Real(1000); // where e^-x is nothing beside 1
    const Passive wanted = passive(Real(select(far_on, Real(1), excess)));
    Passive       x      = least(Passive(2 * wanted), Passive(1 + wanted));
    for (int step = 0; step < 64; ++step) { // each doubles the digits
        const Passive next = nearer(x, wanted);
        if (every(next >= x)) break;
        x = least(next, x);
    }
    if constexpr (has_derivatives<Real>) {
        Real full(x);
        for (int order = 0; order < 2; ++order) {
            const Real next = nearer(full, excess);
            full = next - Real(passive(next)) + Real(x); // derivatives change no bit of it
        }
        return select(far_on, Real(1 + excess), full);
    } else {
        return select(far_on, Real(1 + excess), x);
    }
}

} // namespace orgscale::detail
