#pragma once

#include <cmath>
#include <tuple>

#include <orgscale/core/checked.hpp>
#include <orgscale/core/describe.hpp>
#include <orgscale/core/ownership_policy.hpp>
#include <orgscale/core/select.hpp>

namespace orgscale {

/// Ownership by function: a customer's decision goes through k functions, from desk to desk.
///
///     k(n)                 = min(k, n)                 a person alone hands nothing over
///     handoff_delay(n)     = (k(n) - 1) s ρ/(1-ρ)
///     decision_multiple(n) = (1-δ)^-(k(n)-1)
///
/// k queues in tandem (M/M/1) take k s/(1-ρ) [1]. The same k people as owners of whole cases, who
/// share one queue (M/M/k), take k s + C(k, kρ) s/(1-ρ), and C, the probability to wait, is at most ρ.
/// So hand-offs cost at least the delay above, the wait at k - 1 desks; that is all as ρ -> 1, and
/// nothing at k = 1. Owners who don't share a queue gain nothing: each is an M/M/1 of k s.
///
/// At each hand-off a share δ turns out to have been decided otherwise elsewhere and is decided again
/// from the start: by the traffic equations of [1] 1/(1-δ)^(k-1) are begun for one that is settled.
///
/// Not for hand-offs that are planned and wait for nobody.
///
/// Derived from [1]: tandem_queues and jackson_network are the same in full.
/// [1] Jackson, J. R. (1957). Networks of waiting lines. Operations Research 5(4), 518-521.
///     doi:10.1287/opre.5.4.518
template <real Real = double>
struct functional_silos {
    using real_type = Real;

    at_least_one<Real>        functions{1};   ///< k, each with its desk                     [-]
    fraction_below_one<Real>  utilization{0}; ///< ρ, of a desk's time, taken                [-]
    finite_non_negative<Real> work_time{0};   ///< s, of a decision at a desk             [time]
    fraction_below_one<Real>  divergence{0};  ///< δ, decided otherwise at a hand-off        [-]

    /// What is waited at the desks behind the first [time].
    [[nodiscard]] constexpr Real handoff_delay(const Real& people) const
    {
        return handoffs(people) * work_time * utilization / Real(1 - utilization);
    }

    /// Decisions begun for one that is settled [-].
    [[nodiscard]] Real decision_multiple(const Real& people) const
    {
        using std::exp, std::log1p, std::pow;
        // From 1/2 on the power of 1 - δ, which then is exact; below, 1 - δ would be rounded.
        const auto mostly    = divergence >= Real(0.5);
        const Real shares    = handoffs(people);
        const Real below     = select(mostly, Real(0), Real{divergence});
        const Real agreed_on = Real(1 - divergence);
        return select(mostly, Real(pow(agreed_on, Real(-shares))),
                      Real(exp(Real(-shares * log1p(Real(-below))))));
    }

    static constexpr auto parameters()
    {
        return std::tuple{parameter{"functions", "k", "-", "functions a decision goes through",
                                    &functional_silos::functions},
                          parameter{"utilization", "ρ", "-", "share of a desk's time that is taken",
                                    &functional_silos::utilization},
                          parameter{"work_time", "s", "time", "time a decision takes at a desk",
                                    &functional_silos::work_time},
                          parameter{"divergence", "δ", "-",
                                    "share of decisions found otherwise at a hand-off",
                                    &functional_silos::divergence}};
    }

private:
    [[nodiscard]] constexpr Real handoffs(const Real& people) const
    {
        return Real(greatest(least(people, Real{functions}), Real(1)) - 1);
    }
};

static_assert(fully_described<functional_silos<>>);
static_assert(ownership_policy<functional_silos<>, double>);

} // namespace orgscale
