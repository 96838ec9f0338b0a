#pragma once

#include <cmath>
#include <limits>

#include <orgscale/core/dual.hpp>
#include <orgscale/core/real.hpp>
#include <orgscale/core/select.hpp>
#include <orgscale/queueing/detail/log1p_minus.hpp>
#include <orgscale/queueing/detail/peak_integral.hpp>

namespace orgscale::detail {

/// From this load on, integrals around their peak replace the sums.
template <real Real>
inline constexpr int heavy_load = is_short<Real> ? 400 : 10000;

/// The trapezoidal rule in v = ln u for an integral over u > 0 that is analytic in v up to π/2 off the axis,
/// for a load of `scale` below 1; compensated summation.
template <ordered_real Real, class Part>
[[nodiscard]] Real sum_over_decades(const passive_t<Real>& scale, const Part& part_at)
{
    using std::exp, std::log;
    using Passive        = passive_t<Real>;
    const Passive digits = 2 - log(std::numeric_limits<Passive>::epsilon()); // natural ones
    const Passive step   = 9 / digits;
    const Passive top    = log(Passive(digits + 8));
    const Passive bottom = log(scale) - digits;
    Real          sum(0), lost(0);
    for (Passive k(0); k * step < top - bottom; k = k + 1) {
        const Passive v     = top - k * step;
        const Real    added = part_at(Real(v)) - lost, total = sum + added;
        lost = (total - sum) - added;
        sum  = total;
    }
    return step * sum;
}

/// The load below which Y(x, a) a^x no longer depends on it.
template <real Real>
[[nodiscard]] passive_t<Real> negligible_load()
{
    return std::numeric_limits<passive_t<Real>>::epsilon() / 16;
}

/// 1/B(x, a) for 0 <= x < 1, or with a load of at least 1/8 for -1 <= x < 1.
template <ordered_real Real>
[[nodiscard]] Real inverse_blocking_of_few(const Real& x, const Real& a)
{
    using std::exp, std::floor, std::log, std::log1p;
    using Passive        = passive_t<Real>;
    const Passive load   = passive(a);
    const Passive digits = 2 - log(std::numeric_limits<Passive>::epsilon()); // natural ones
    if (8 * load >= 1) {
        // Γ(1+x, a) as a continued fraction, whose error falls as e^{-4 sqrt(n a)}
        // from about n = a on, and before that faster.
        const Passive n = floor(Passive((digits + digits * digits / (4 * load)) / 4));
        Real          t = a + 2 * n - x;
        for (Passive k = n; k > 0; k = k - 1) t = a + 2 * (k - 1) - x - k * (k - 1 - x) / t;
        return a / t;
    }
    const Passive least_load = negligible_load<Real>();
    if (load < least_load) // Γ(1+x) a^-x
        return inverse_blocking_of_few(x, Real(least_load)) *
               exp(Real(x * (log(least_load) - log(a))));
    const Real log_load = log(a);
    return sum_over_decades<Real>(load, [&](const Real& v) {
        const Real over  = v - log_load; // ln(u/a)
        const Real grown = passive(over) > digits ? over : Real(log1p(exp(over)));
        return Real(exp(Real(v + x * grown - exp(v)))); // u (1 + u/a)^x e^-u
    });
}

/// (1 - B)/B for c < 1 servers and a load below 1/8, given by its logarithm:
/// c ∫_0^∞ e^{-a t} (1+t)^(c-1) dt
template <ordered_real Real>
[[nodiscard]] Real carried_odds_of_few(const Real& c, const Real& a, const Real& log_a)
{
    using std::exp, std::expm1, std::log, std::log1p;
    using Passive            = passive_t<Real>;
    const Passive digits     = 2 - log(std::numeric_limits<Passive>::epsilon());
    const Passive least_load = negligible_load<Real>();
    if (passive(a) < least_load) { // 1/B is Γ(1+c) a^-c
        const Real scale(log(least_load));
        return expm1(
            Real(log1p(carried_odds_of_few(c, Real(least_load), scale)) + c * (scale - log_a)));
    }
    return c * sum_over_decades<Real>(passive(a), [&](const Real& v) {
               const Real over  = v - log_a; // ln t, for t = u/a
               const Real grown = passive(over) > digits ? over : Real(log1p(exp(over)));
               // t (1+t)^(c-1) e^-u, with one power of 1+t aside so that the exponent stays small
               return Real(exp(Real(c * grown - exp(v))) / (1 + exp(Real(-over))));
           });
}

/// 1/B(x, a) = ∫_0^∞ e^{-u} (1 + u/a)^x du, Erlang's loss formula for any real x >= 0, or x >= -1 with a load
/// of 1/8 or more; infinite where B is less than the smallest number. `over` is x - a.
///
/// Y(x) = 1 + x/a Y(x-1), all of it positive, so that no digits cancel: about 9 sqrt(a) terms in `double`
/// up to a load of 400. At heavier loads the integral around its peak takes its place, unless the sum
/// converges as a geometric series; its cost does not grow with the load.
template <ordered_real Real>
[[nodiscard]] Real inverse_blocking(const Real& x, const Real& a, const Real& over)
{
    using std::exp;
    using Passive         = passive_t<Real>;
    const Passive largest = (std::numeric_limits<Passive>::max)();
    if (a > heavy_load<Real> && x > a / 2 && (!is_short<Real> || x / 2 < a)) {
        if (over <= 0) return a * peak_integral(x, Real(-over), Real(0), infinity<Real>()).plain;
        const Real first = over / x; // from the peak to 0
        const Real times = exp(Real(-x * log1p_minus(Real(-first))));
        if (!(passive(times) < largest)) return infinity<Real>();
        return times * x * peak_integral(x, Real(0), Real(-first), infinity<Real>()).plain;
    }
    Real          sum(0), term(1), left = x;
    const Passive negligible = std::numeric_limits<Passive>::epsilon() / 1024;
    while (left >= 1) {
        sum  = sum + term;
        term = term * (left / a);
        left = left - 1;
        // What is left is term Y(left), and Y is at most 1/(1 - left/a).
        if (passive(term) < negligible * passive(sum) * (1 - passive(left) / passive(a)))
            return sum;
        if (!(passive(term) < largest)) return infinity<Real>();
    }
    if constexpr (!has_derivatives<Real>)
        if (left == 0) return sum + term;
    return sum + term * inverse_blocking_of_few(left, a);
}

/// (1 - B)/B for c servers, the odds that a customer is accepted, of a load of a = λ τ, which may be beyond
/// the range of its number type; `spare` is c - a.
template <ordered_real Real>
[[nodiscard]] Real carried_odds(const Real& servers, const Real& arrival_rate,
                                const Real& service_time, const Real& spare)
{
    using std::log;
    using Passive         = passive_t<Real>;
    using Limits          = std::numeric_limits<Passive>;
    const Passive largest = (Limits::max)();
    const Real    load    = arrival_rate * service_time;
    if (!(passive(load) <= largest)) {
        // c/a < 1 and a fluid: B is 1 - c/a.
        const bool longer = arrival_rate < service_time;
        const Real ratio  = servers / (longer ? service_time : arrival_rate) /
                           (longer ? arrival_rate : service_time);
        return ratio / (1 - ratio);
    }
    if (servers < 1 && 8 * load < 1)
        return carried_odds_of_few(servers, load,
                                   passive(load) * Limits::epsilon() < (Limits::min)()
                                       ? Real(log(arrival_rate) + log(service_time))
                                       : Real(log(load)));
    const Real ratio = servers / load;
    if (!(passive(ratio) <= largest)) return infinity<Real>();
    return ratio * inverse_blocking(Real(servers - 1), load, Real(spare - 1));
}

/// The same times a/c, of one server or more or a load of 1/8 or more: near 1 under a load far beyond the
/// servers, where the odds may underflow.
template <ordered_real Real>
[[nodiscard]] Real carried_odds_by_density(const Real& servers, const Real& arrival_rate,
                                           const Real& service_time, const Real& spare)
{
    const Real load = arrival_rate * service_time;
    if (!(passive(load) <= (std::numeric_limits<passive_t<Real>>::max)()))
        return Real(1); // a fluid, and c/a less than a rounding
    return inverse_blocking(Real(servers - 1), load, Real(spare - 1));
}

/// Below these, odds may have lost digits.
template <real Real>
[[nodiscard]] passive_t<Real> least_odds()
{
    using Limits = std::numeric_limits<passive_t<Real>>;
    return (Limits::min)() / Limits::epsilon();
}

/// The same of a load of a.
template <ordered_real Real>
[[nodiscard]] Real carried_odds(const Real& servers, const Real& load, const Real& spare)
{
    return carried_odds(servers, load, Real(1), spare);
}

} // namespace orgscale::detail
