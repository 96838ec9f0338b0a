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

/// Logistic growth: proportional to the size and to the distance from the ceiling.
///
///     dN/dt = r N (K - N)/K                                                             [1]
///     N(t)  = N0 K / (N0 + (K - N0) e^{-r t}) = N0 / (e^{-r t} + (N0/K) (1 - e^{-r t}))
///
/// For N >= 0; above K it falls back to K. Also for negative times, above K only back to where N was
/// infinite. Not for forecasting K from an early fit: growth that is still exponential carries no
/// information about its ceiling.
///
/// [1] Verhulst, P.-F. (1838). Notice sur la loi que la population suit dans son accroissement.
///     Correspondance mathématique et physique 10, 113-121.
template <real Real = double>
struct logistic {
    using real_type = Real;

    finite_positive<Real> growth_rate; ///< r, growth far below the ceiling [1/time]
    finite_positive<Real> ceiling;     ///< K, carrying capacity            [customers]

    /// dN/dt at N [customers/time].
    [[nodiscard]] constexpr Real rate(const Real& size) const
    {
        return growth_rate * size * ((ceiling - size) / ceiling);
    }

    /// N at time t after N0 = `size`, exact [customers].
    [[nodiscard]] Real after(const Real& size, const Real& time) const
    {
        using std::exp, std::expm1;
        const Real decay   = growth_rate * time;
        const Real decayed = -expm1(Real(-decay));
        const Real ahead   = exp(Real(-decay)) + size / ceiling * decayed;
        const Real back    = 1 - (ceiling - size) / ceiling * decayed;
        // 0 stays 0, also when e^{-r t} underflows.
        return size / select(decay < 0, back, select(ahead <= 0, Real(1), ahead));
    }

    /// The fastest growth, r K/4 at K/2, and the time from N0 = `size` to it, ln((K - N0)/N0)/r; negative
    /// once it has passed. For 0 < N0 < K; nothing outside, where there is no inflection.
    [[nodiscard]] std::optional<growth_peak<Real>> inflection(const Real& size) const
    {
        if (!every(size > 0) || !every(size < ceiling)) return std::nullopt;
        const Real time =
            detail::log_ratio(Real(ceiling - size), size, Real(Real{ceiling} - 2 * size)) /
            growth_rate;
        return growth_peak<Real>{time, Real(ceiling / 2), Real(growth_rate * (ceiling / 4))};
    }

    static constexpr auto parameters()
    {
        return description{parameter{"growth_rate", "r", "1/time",
                                     "growth rate far below the ceiling", &logistic::growth_rate},
                           parameter{"ceiling", "K", "customers", "customers that can be sustained",
                                     &logistic::ceiling}};
    }
};

static_assert(closed_form<logistic<>>);
static_assert(fully_described<logistic<>>);

} // namespace orgscale
