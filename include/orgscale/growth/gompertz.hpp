#pragma once

#include <cmath>
#include <optional>

#include <orgscale/core/checked.hpp>
#include <orgscale/core/describe.hpp>
#include <orgscale/core/law.hpp>
#include <orgscale/core/select.hpp>
#include <orgscale/growth/detail/log_ratio.hpp>
#include <orgscale/growth/growth_peak.hpp>

namespace orgscale {

/// Gompertz growth: the growth rate itself decays; growth is fastest at 1/e of the ceiling.
///
///     dN/dt = k N ln(K/N)                                                               [1, 2]
///     N(t)  = K e^{-ln(K/N0) e^{-k t}} = K^{1 - e^{-k t}} N0^{e^{-k t}}
///
/// For N >= 0; above K it falls back to K. Also for negative times. Not for growth that starts
/// exponentially, as by word of mouth: here the growth rate increases without bound as N tends to 0.
///
/// [1] Gompertz, B. (1825). On the nature of the function expressive of the law of human mortality.
///     Philosophical Transactions of the Royal Society 115, 513-583. doi:10.1098/rstl.1825.0026
/// [2] Winsor, C. P. (1932). The Gompertz curve as a growth curve. Proceedings of the National
///     Academy of Sciences 18(1), 1-8. doi:10.1073/pnas.18.1.1
template <real Real = double>
struct gompertz {
    using real_type = Real;

    finite_positive<Real> growth_rate; ///< k, rate of decay of ln(K/N) [1/time]
    finite_positive<Real> ceiling;     ///< K, carrying capacity        [customers]

    /// dN/dt at N [customers/time].
    [[nodiscard]] Real rate(const Real& size) const
    {
        return select(size > 0, Real(growth_rate * size * detail::log_ratio(Real{ceiling}, size)),
                      Real(0 * size));
    }

    /// N at time t after N0 = `size`, exact; computed from the start or the ceiling, whichever is nearer
    /// [customers].
    [[nodiscard]] Real after(const Real& size, const Real& time) const
    {
        using std::exp, std::expm1;
        const Real distance = detail::log_ratio(Real{ceiling}, size);
        const Real decay    = growth_rate * time;
        const Real left     = exp(Real(-decay));
        const Real risen    = size * exp(Real(-distance * expm1(Real(-decay))));
        const Real short_of = ceiling * exp(Real(-distance * left));
        return select(size > 0, select(left > Real(0.5), risen, short_of), Real(0 * size));
    }

    /// The fastest growth, k K/e at K/e, and the time from N0 = `size` to it, ln ln(K/N0)/k; negative once
    /// it has passed. For 0 < N0 < K; nothing outside, where there is no inflection.
    [[nodiscard]] std::optional<growth_peak<Real>> inflection(const Real& size) const
    {
        using std::exp, std::log;
        if (!every(size > 0) || !every(size < ceiling)) return std::nullopt;
        const Real time  = log(detail::log_ratio(Real{ceiling}, size)) / growth_rate;
        const Real there = ceiling * exp(Real(-1));
        return growth_peak<Real>{time, there, Real(growth_rate * there)};
    }

    static constexpr auto parameters()
    {
        return description{parameter{"growth_rate", "k", "1/time", "rate at which ln(K/N) decays",
                                     &gompertz::growth_rate},
                           parameter{"ceiling", "K", "customers", "customers that can be sustained",
                                     &gompertz::ceiling}};
    }
};

static_assert(closed_form<gompertz<>>);
static_assert(fully_described<gompertz<>>);

} // namespace orgscale
