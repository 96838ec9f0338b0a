#pragma once

#include <cmath>
#include <limits>

#include <orgscale/core/dual.hpp>
#include <orgscale/queueing/detail/carried_odds.hpp>
#include <orgscale/queueing/detail/log1p_minus.hpp>
#include <orgscale/queueing/detail/peak_integral.hpp>

namespace orgscale::detail {

/// With T_k = y^k / ((x+1)(x+2)...(x+k)), each divided by e^(folded + peak):
template <real Real>
struct patience_sums {
    Real power;    ///< m, of a peak of (1-s)^m e^{y s} inside 0 to 1; 0 where there is none
    Real peak;     ///< its logarithm, y - m - m ln(y/m)
    Real folded;   ///< the logarithm of what was divided out of sums that had become too large
    Real first;    ///< T_0 = 1
    Real rest;     ///< (T_1 + T_2 + ...)/y
    Real weighted; ///< (T_1 + 2 T_2 + 3 T_3 + ...)/y

    /// A = T_0 + T_1 + ...
    [[nodiscard]] Real all(const Real& y) const { return first + y * rest; }

    void keep_finite()
    {
        using std::log, std::sqrt;
        using Passive = passive_t<Real>;
        if (passive(weighted) < Passive(1e15)) return;
        const Passive large = sqrt((std::numeric_limits<Passive>::max)());
        if (passive(weighted) < large) return;
        folded   = folded + log(large);
        first    = first / large;
        rest     = rest / large;
        weighted = weighted / large;
    }
};

/// x ∫_0^1 (1-s)^(x-1) e^{y s} ds = T_0 + T_1 + ..., around its peak, for x of a few hundred or more;
/// of `rest` only A, which is made of it and of `first`, has all its digits. `spare` is x - y.
template <ordered_real Real>
[[nodiscard]] patience_sums<Real> patience_sums_of_many(const Real& x, const Real& y,
                                                        const Real& spare)
{
    using std::exp;
    const Real m    = x - 1;
    const Real left = spare - 1; // m - y
    if (left >= 0) {
        const auto sum = peak_integral(m, left, Real(-1), Real(0));
        return {Real(0),
                Real(0),
                Real(0),
                Real(1),
                Real((x * sum.plain - 1) / y),
                Real(x * sum.by_distance)};
    }
    const Real first = -left / m; // from the peak, at s = 1 - m/y, to s = 0
    const Real scale = -m * log1p_minus(first), part = m / y;
    const auto sum = peak_integral(m, Real(0), Real(-1), first);
    const Real one = exp(Real(-scale));
    return {m,
            scale,
            Real(0),
            one,
            Real((x * part * sum.plain - one) / y),
            Real(x * part * part * sum.by_distance)};
}

/// The sums for x >= 0, y >= 0, all of whose terms are positive; `spare` is x - y. At most about y + 60
/// sqrt(y) terms with y no more than heavy_load, or a geometric series.
template <ordered_real Real>
[[nodiscard]] patience_sums<Real> patience_sums_of(const Real& x, const Real& y, const Real& spare)
{
    using std::floor;
    using Passive = passive_t<Real>;
    if (y > heavy_load<Real> / 4 && y > x / 2) {
        // T_1 + T_2 + ... = y/(x+1) times the whole sum for x + 1, from a large x downwards.
        Passive steps(1);
        if (x < heavy_load<Real>) steps = steps + floor(Passive(heavy_load<Real> - passive(x)));
        auto sums = patience_sums_of_many(Real(x + steps), y, Real(spare + steps));
        for (Passive k = steps; k > 0; k = k - 1) {
            const Real all = sums.all(y);
            sums.weighted  = (y * sums.weighted + all) / (x + k);
            sums.rest      = all / (x + k);
            sums.keep_finite();
        }
        return sums;
    }
    patience_sums<Real> sums{Real(0), Real(0), Real(0), Real(1), Real(0), Real(0)};
    Real                term       = 1 / (x + 1); // T_k/y over e^folded, as the sums
    const Passive       negligible = std::numeric_limits<Passive>::epsilon() / 1024;
    for (Passive k(1);; k = k + 1) {
        sums.rest          = sums.rest + term;
        sums.weighted      = sums.weighted + k * term;
        term               = term * (y / (x + k + 1));
        const Passive next = passive(x) + k + 1, apart = next - passive(y);
        if (apart > 0 && passive(term) * k * (next / apart) * (next / apart) <=
                             negligible * passive(sums.weighted))
            return sums;
        const Real folded = sums.folded, first = sums.first;
        sums.keep_finite();
        if (passive(folded) < passive(sums.folded)) term = term * (sums.first / first);
    }
}

} // namespace orgscale::detail
