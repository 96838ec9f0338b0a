#pragma once

#include <cmath>
#include <limits>

#include <orgscale/core/dual.hpp>
#include <orgscale/core/real.hpp>
#include <orgscale/core/select.hpp>
#include <orgscale/queueing/detail/log1p_minus.hpp>
#include <orgscale/queueing/detail/peak_integral.hpp>

namespace orgscale::detail {

/// From this load on, integrals around their peak take the place of sums.
inline constexpr int heavy_load = 400;

/// 1/B(x, a) for -1 <= x < 1.
template <ordered_real Real>
[[nodiscard]] Real inverse_blocking_of_few(const Real& x, const Real& a)
{
    using std::exp, std::log, std::log1p;
    using Passive        = passive_t<Real>;
    const Passive load   = passive(a);
    const Passive digits = 2 - log(std::numeric_limits<Passive>::epsilon()); // natural ones
    if (8 * load >= 1) {
        // Γ(1+x, a) as a continued fraction, whose error falls as e^{-4 sqrt(n a)}
        // from about n = a on, and before that faster.
        using std::floor;
        const Passive n = floor(Passive((digits + digits * digits / (4 * load)) / 4));
        Real          t = a + 2 * n - x;
        for (Passive k = n; k > 0; k = k - 1) t = a + 2 * (k - 1) - x - k * (k - 1 - x) / t;
        return a / t;
    }
    // The trapezoidal rule in v = ln u: what it sums is analytic to π/2 off the axis.
    const Passive step   = 9 / digits;
    const Passive scale  = log(load);
    const Passive top    = log(Passive(digits + 8));
    const Passive bottom = (scale < 0 ? scale : Passive(0)) - digits;
    Real          sum(0), lost(0); // what rounding takes from a sum of many like terms
    for (Passive k(0); k * step < top - bottom; k = k + 1) {
        const Passive v     = top - k * step;
        const Real    u     = exp(Real(v));
        const Real    over  = v - log(a); // ln(u/a)
        const Real    grown = passive(over) > digits ? over : Real(log1p(exp(over)));
        // u (1 + u/a)^x, below 0 with a power of 1 taken aside, so that the exponent stays small.
        const Real part  = x < 0 ? Real(a / (1 + a / u) * exp(Real((1 + x) * grown - u)))
                                 : Real(u * exp(Real(x * grown - u)));
        const Real added = part - lost, total = sum + added;
        lost = (total - sum) - added;
        sum  = total;
    }
    return step * sum;
}

/// 1/B(x, a) = ∫_0^∞ e^{-u} (1 + u/a)^x du, Erlang's loss formula for any real x >= -1; infinite where B is
/// less than the smallest number. `over` is x - a.
///
/// Y(x) = 1 + x/a Y(x-1), all of it positive, so that sums of it lose no digits: about 9 sqrt(a) terms
/// in `double`. For heavy loads the integral around its peak does at a cost that does not grow.
template <ordered_real Real>
[[nodiscard]] Real inverse_blocking(const Real& x, const Real& a, const Real& over)
{
    using std::exp;
    using Passive = passive_t<Real>;
    if (is_short<Real> && a > heavy_load && x > a / 2 && x < 2 * a) {
        if (over <= 0) return a * peak_integral(x, Real(-over), Real(0), infinity<Real>()).plain;
        const Real first = over / x; // from the peak to 0
        return exp(Real(-x * log1p_minus(Real(-first)))) * x *
               peak_integral(x, Real(0), Real(-first), infinity<Real>()).plain;
    }
    Real          sum(0), term(1), left = x;
    const Passive negligible = std::numeric_limits<Passive>::epsilon() / 1024;
    while (left >= 1) {
        sum  = sum + term;
        term = term * (left / a);
        left = left - 1;
        // What is left is term Y(left), and Y is at most 1/(1 - left/a).
        if (passive(term) * passive(a) < negligible * passive(sum) * (passive(a) - passive(left)))
            return sum;
        if (!(passive(term) < (std::numeric_limits<Passive>::max)())) return infinity<Real>();
    }
    if constexpr (!has_derivatives<Real>)
        if (left == 0) return sum + term;
    return sum + term * inverse_blocking_of_few(left, a);
}

/// (1 - B)/B for c servers and a load of a, the odds that a customer is taken; `spare` is c - a.
template <ordered_real Real>
[[nodiscard]] Real carried_odds(const Real& servers, const Real& load, const Real& spare)
{
    return servers / load * inverse_blocking(Real(servers - 1), load, Real(spare - 1));
}

} // namespace orgscale::detail
