#pragma once

#include <array>
#include <cmath>

#include <orgscale/core/checked.hpp>
#include <orgscale/core/describe.hpp>
#include <orgscale/core/governance_policy.hpp>
#include <orgscale/core/select.hpp>

namespace orgscale {

/// Meritocracy: a network of people who decide for themselves, aligned by shared values and by peers.
///
///     productive_share(n)  = 1 - b min(j, n-1)            a bounded circle of peers
///     realized_effort(n)   = sqrt(a² + (1-a²)/n)          length of the mean of n unit vectors
///                                                         with resultant a
///     decision_capacity(n) = min(C/(1-u), n μ/u)          autonomous decisions by each person, the
///                                                         rest by the core
///     decision_delay(n)    = τ (1-u) ln n / ln j          routed decisions cross a small world [2]
///
/// Without shared values (a = 0) total effort grows as the square root of n. Autonomy bound: the share
/// 1 - u of decisions that needs the core caps capacity at C/(1-u) for large n, an Amdahl's law of
/// decisions; at a given n capacity peaks at u* = n μ/(C + n μ). With everybody as a peer (j = n - 1)
/// the productive share is Brooks's law. That clans need shared values is Ouchi's observation [1].
///
/// For n >= 1. Not for decisions on which everybody must agree: there the circle is the organisation.
///
/// Realized effort and both capacities are derived here; they are not published formulas.
/// [1] Ouchi, W. G. (1980). Markets, bureaucracies, and clans. Administrative Science Quarterly
///     25(1), 129-141. doi:10.2307/2392231
/// [2] Watts, D. J., Strogatz, S. H. (1998). Collective dynamics of small-world networks. Nature
///     393, 440-442. doi:10.1038/30918
template <real Real = double>
struct meritocracy {
    using real_type = Real;

    fraction<Real>            alignment{1};     ///< a, shared direction of effort [-]
    fraction<Real>            autonomy{1};      ///< u, share of decisions made alone [-]
    above_one<Real>           peers{2};         ///< j, people one coordinates with [people]
    finite_non_negative<Real> time_per_peer{0}; ///< b, share of working time per peer [-]
    positive<Real> decisions_per_person{infinity<Real>()}; ///< μ, decisions made [1/time]
    positive<Real> core_decisions{infinity<Real>()};       ///< C, by the core [1/time]
    finite_non_negative<Real> time_per_hop{0}; ///< τ, to pass a question to the next person [time]

    [[no_unique_address]] agreed peers_leave_time{time_per_peer * peers < 1,
                                                  "time_per_peer * peers must be less than 1"};

    [[nodiscard]] constexpr Real productive_share(const Real& people) const
    {
        return 1 - time_per_peer * least(Real(people - 1), Real{peers});
    }

    [[nodiscard]] Real realized_effort(const Real& people) const
    {
        using std::sqrt;
        const Real together = alignment * alignment;
        return sqrt(Real(together + (1 - together) / people));
    }

    [[nodiscard]] constexpr Real decision_capacity(const Real& people) const
    {
        return least(share_of(Real(people * decisions_per_person), Real{autonomy}),
                     share_of(Real{core_decisions}, Real(1 - autonomy)));
    }

    [[nodiscard]] Real decision_delay(const Real& people) const
    {
        using std::log;
        return time_per_hop * (1 - autonomy) * log(people) / log(Real{peers});
    }

    /// How far n people are from where a circle of peers is full, and from where the core, not the nodes,
    /// limits decisions; 1 where neither can be.
    [[nodiscard]] constexpr std::array<Real, 2> margins(const Real& people) const
    {
        const auto nodes_and_core = decisions_per_person < infinity<Real>() &&
                                    core_decisions < infinity<Real>();
        const Real alone = people * Real{decisions_per_person} * Real(1 - autonomy);
        return {select(time_per_peer > 0, Real(people - 1 - Real{peers}), Real(1)),
                select(nodes_and_core, Real(Real{core_decisions} * autonomy - alone), Real(1))};
    }

    /// u*, the autonomy at which n people make the most decisions; NaN if both capacities are infinite,
    /// where any autonomy is best [-].
    [[nodiscard]] constexpr Real best_autonomy(const Real& people) const
    {
        return 1 / (1 + core_decisions / (people * decisions_per_person));
    }

    /// Limits as n grows without bound: effort (1 - b j) a; decisions per person μ/u if u = 1 or C is
    /// infinite, else 0; delay 0 if u = 1 or τ = 0, else infinite.
    [[nodiscard]] constexpr governance_unbounded<Real> unbounded() const
    {
        const Real routed = 1 - autonomy;
        const Real nodes  = share_of(Real{decisions_per_person}, Real{autonomy});
        return {(1 - time_per_peer * peers) * alignment,
                select(core_decisions < infinity<Real>() && routed > 0, Real(0), nodes),
                select(time_per_hop * routed > 0, infinity<Real>(), Real(0))};
    }

    static constexpr auto parameters()
    {
        return description{
            parameter{"alignment", "a", "-", "degree to which effort has a shared direction",
                      &meritocracy::alignment},
            parameter{"autonomy", "u", "-", "share of decisions people make on their own",
                      &meritocracy::autonomy},
            parameter{"peers", "j", "people", "people each person coordinates with",
                      &meritocracy::peers},
            parameter{"time_per_peer", "b", "-", "share of working time spent per peer",
                      &meritocracy::time_per_peer},
            parameter{"decisions_per_person", "μ", "1/time",
                      "decisions one person can make per unit time",
                      &meritocracy::decisions_per_person},
            parameter{"core_decisions", "C", "1/time", "decisions the core can make per unit time",
                      &meritocracy::core_decisions},
            parameter{"time_per_hop", "τ", "time", "time to pass a question to the next person",
                      &meritocracy::time_per_hop}};
    }

private:
    /// The total a capacity allows if only this share of the decisions needs it.
    [[nodiscard]] static constexpr Real share_of(const Real& capacity, const Real& share)
    {
        const auto needed = share > 0;
        return select(needed, Real(capacity / select(needed, share, Real(1))), infinity<Real>());
    }
};

static_assert(governance_policy<meritocracy<>, double>);
static_assert(fully_described<meritocracy<>>);

} // namespace orgscale
