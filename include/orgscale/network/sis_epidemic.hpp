#pragma once

#include <cmath>
#include <optional>

#include <orgscale/core/checked.hpp>
#include <orgscale/core/describe.hpp>
#include <orgscale/core/law.hpp>
#include <orgscale/core/relative_exponential.hpp>
#include <orgscale/core/relative_logarithm.hpp>
#include <orgscale/core/select.hpp>

namespace orgscale {

/// What spreads from person to person and is forgotten: a practice, a rumour, a habit.
///
///     dI/dt = β k I (1-I) - γ I                       I is the share of people who have it        [1]
///     I(t)  = I0 e^(a t)/(1 + β k I0 (e^(a t) - 1)/a),  a = β k - γ
///     R0    = β k/γ;  it lasts if R0 > 1, in a share 1 - 1/R0
///     γ = 0: it is never forgotten, I(t) = 1/(1 + (1/I0 - 1) e^(-β k t)), half after ln(1/I0 - 1)/(β k)
///
/// Mean field: each person meets k others, different ones each time. On a given network it lasts only if
/// β/γ exceeds 1/λ_max of the network (tree_contagion, contact_graph), and with hubs it lasts sooner
/// (configuration_model). For 0 <= I <= 1.
///
///     sis_epidemic<>{.infection_rate = 0.1, .recovery_rate = 0.2, .contacts = 6}.endemic();    // 2/3
///
/// [1] Kephart, J. O., White, S. R. (1991). Directed-graph epidemiological models of computer viruses.
///     IEEE Symposium on Security and Privacy, 343-359. doi:10.1109/RISP.1991.130801
template <real Real = double>
struct sis_epidemic {
    using real_type = Real;

    finite_positive<Real>     infection_rate;   ///< β, per contact            [1/time]
    finite_non_negative<Real> recovery_rate{0}; ///< γ, forgetting             [1/time]
    finite_positive<Real>     contacts{1};      ///< k, of each person         [people]

    /// dI/dt at a share I [1/time].
    [[nodiscard]] constexpr Real rate(const Real& share) const
    {
        return share * (spread() * (1 - share) - recovery_rate);
    }

    /// I at time t after I0 = `share`, exact [-].
    [[nodiscard]] Real after(const Real& share, const Real& time) const
    {
        using std::exp;
        const Real growth = spread() - recovery_rate;
        const auto grows  = growth > 0;
        const Real slope  = select(grows, Real(-growth), growth);
        const auto still  = slope >= 0; // R0 = 1, where a very long time stands for an infinite one
        const Real length = select(still, least(time, Real(0x1p100)), time);
        const Real left   = exp(Real(slope * length));
        const Real met    = spread() * share * compounded(slope, length);
        const Real all    = select(grows, left, Real(1)) + met;
        const auto some   = all > 0; // nobody, for ever, elsewhere
        return select(some, Real(share * select(grows, Real(1), left) / select(some, all, Real(1))),
                      share);
    }

    /// R0; infinite if nothing is forgotten [-].
    [[nodiscard]] Real reproduction() const
    {
        const auto forgets = recovery_rate > 0;
        return select(forgets, Real(spread() / select(forgets, Real{recovery_rate}, Real(1))),
                      infinity<Real>());
    }

    /// The share in which it lasts, 1 - 1/R0; 0 if R0 <= 1 [-].
    [[nodiscard]] constexpr Real endemic() const
    {
        return greatest(Real((spread() - recovery_rate) / spread()), Real(0));
    }

    /// The time from one share to another; nothing if it doesn't get there [time].
    [[nodiscard]] std::optional<Real> time_between(const positive_fraction<Real>& first,
                                                   const positive_fraction<Real>& last) const
    {
        const Real change = (Real{last} - Real{first}) / Real{first};
        const Real speed  = spread() * (1 - Real{last}) - recovery_rate;
        const Real steps  = change / speed; // the time if it went on growing as at the end
        const Real bent   = (spread() - recovery_rate) * steps;
        if (every(change >= 0) && every(change <= 0)) return Real(0);
        if (!every(steps > 0) || !every(steps < infinity<Real>()) || !every(bent > -1))
            return std::nullopt;
        return steps * relative_logarithm(bent);
    }

    static constexpr auto parameters()
    {
        return description{parameter{"infection_rate", "β", "1/time",
                                     "rate of passing it on, per contact",
                                     &sis_epidemic::infection_rate},
                           parameter{"recovery_rate", "γ", "1/time", "rate of forgetting it",
                                     &sis_epidemic::recovery_rate},
                           parameter{"contacts", "k", "people", "contacts of each person",
                                     &sis_epidemic::contacts}};
    }

private:
    [[nodiscard]] constexpr Real spread() const { return infection_rate * contacts; }
};

static_assert(closed_form<sis_epidemic<>>);
static_assert(fully_described<sis_epidemic<>>);

} // namespace orgscale
