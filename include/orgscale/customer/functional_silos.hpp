#pragma once

#include <array>
#include <cmath>

#include <orgscale/core/checked.hpp>
#include <orgscale/core/describe.hpp>
#include <orgscale/core/ownership_policy.hpp>
#include <orgscale/core/select.hpp>

namespace orgscale {

/// Ownership by function: a decision for a customer passes through k functions, desk by desk.
///
///     k(n)                 = min(k, n)                 one person alone hands nothing over
///     handoff_delay(n)     = (k(n) - 1) s ρ/(1-ρ)
///     decision_multiple(n) = (1-δ)^-(k(n)-1)
///     ρ                    = max(ρ0, min(u, ρm))         u: customers over capacity
///
/// A desk is as busy as the organisation whose customers it serves, but at least ρ0 and at most ρm. By default ρm = 0
/// and its utilization is the constant ρ0.
///
/// k M/M/1 queues in tandem take k s/(1-ρ) [1]. The same k people, each owning whole cases and sharing
/// one queue (M/M/k), take k s + C(k, kρ) s/(1-ρ), where the probability C of waiting is at most ρ. So
/// hand-offs cost at least the delay above, the wait at k - 1 desks: exactly that as ρ -> 1, and 0 at k
/// = 1. Owners who don't share a queue gain nothing: each is an M/M/1 queue with service time k s.
///
/// At each hand-off a share δ of decisions conflicts with what another function decided and starts over:
/// by the traffic equations of [1], 1/(1-δ)^(k-1) are started for each one settled.
///
/// Not for planned hand-offs, at which nothing waits.
///
/// Derived from [1]; tandem_queues and jackson_network give the full networks.
/// [1] Jackson, J. R. (1957). Networks of waiting lines. Operations Research 5(4), 518-521.
///     doi:10.1287/opre.5.4.518
template <real Real = double>
struct functional_silos {
    using real_type = Real;

    at_least_one<Real>        functions{1};   ///< k, functions a decision passes through     [-]
    fraction_below_one<Real>  utilization{0}; ///< ρ0, share of time a desk is busy, at least [-]
    finite_non_negative<Real> work_time{0};   ///< s, work on a decision at each desk      [time]
    fraction_below_one<Real>  divergence{0};  ///< δ, share in conflict at a hand-off         [-]
    fraction_below_one<Real>  largest_utilization{
        0}; ///< ρm, up to which it is the organisation's own [-]

    /// Total waiting time at the desks after the first, where customers leave time to spare [time].
    [[nodiscard]] constexpr Real handoff_delay(const Real& people) const
    {
        return delay_at(people, Real{utilization});
    }

    /// The same for an organisation with u customers for each that it can serve [time].
    [[nodiscard]] constexpr Real handoff_delay(const Real& people, const Real& load) const
    {
        return delay_at(people, busy(load));
    }

    /// ρ, the share of time that a desk is busy in an organisation with u customers for each that it can serve [-].
    [[nodiscard]] constexpr Real busy(const Real& load) const
    {
        return greatest(least(load, Real{largest_utilization}), Real{utilization});
    }

    /// Decisions started per decision settled [-].
    [[nodiscard]] Real decision_multiple(const Real& people) const
    {
        using std::exp, std::log1p, std::pow;
        // From δ = 1/2 on 1 - δ is exact and its power is used; below, 1 - δ would be rounded.
        const auto mostly    = divergence >= Real(0.5);
        const Real shares    = handoffs(people);
        const Real below     = select(mostly, Real(0), Real{divergence});
        const Real agreed_on = Real(1 - divergence);
        return select(mostly, Real(pow(agreed_on, Real(-shares))),
                      Real(exp(Real(-shares * log1p(Real(-below))))));
    }

    /// How far n people are from where each function has someone of its own.
    [[nodiscard]] constexpr std::array<Real, 1> margins(const Real& people) const
    {
        return {Real(people - Real{functions})};
    }

    /// How far the load is from where a desk's utilization begins and ceases to follow it, if it ever does.
    [[nodiscard]] constexpr std::array<Real, 2> margins(const Real&, const Real& load) const
    {
        const auto follows = largest_utilization > utilization;
        return {select(follows, Real(load - utilization), Real(1)),
                select(follows, Real(load - largest_utilization), Real(1))};
    }

    static constexpr auto parameters()
    {
        return description{
            parameter{"functions", "k", "-", "functions a decision passes through",
                      &functional_silos::functions},
            parameter{"utilization", "ρ0", "-", "share of time a desk is busy, at least",
                      &functional_silos::utilization},
            parameter{"work_time", "s", "time", "work on a decision at each desk",
                      &functional_silos::work_time},
            parameter{"divergence", "δ", "-", "share of decisions in conflict at a hand-off",
                      &functional_silos::divergence},
            parameter{"largest_utilization", "ρm", "-",
                      "utilization up to which a desk's is the organisation's own",
                      &functional_silos::largest_utilization}};
    }

private:
    [[nodiscard]] constexpr Real delay_at(const Real& people, const Real& busy_share) const
    {
        return handoffs(people) * work_time * busy_share / Real(1 - busy_share);
    }

    [[nodiscard]] constexpr Real handoffs(const Real& people) const
    {
        return Real(greatest(least(people, Real{functions}), Real(1)) - 1);
    }
};

static_assert(fully_described<functional_silos<>>);
static_assert(ownership_policy<functional_silos<>, double>);

} // namespace orgscale
