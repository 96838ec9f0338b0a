#pragma once

#include <array>

#include <orgscale/core/breakpoints.hpp>
#include <orgscale/core/checked.hpp>
#include <orgscale/core/describe.hpp>
#include <orgscale/core/flows.hpp>
#include <orgscale/core/governance_policy.hpp>
#include <orgscale/core/margined_derivative.hpp>
#include <orgscale/core/select.hpp>
#include <orgscale/growth/detail/staffing.hpp>
#include <orgscale/growth/growth_flows.hpp>

namespace orgscale {

/// Linear growth: customers are won by selling and served by people, who must be hired.
///
///     sell             = S + ς · people
///     recruit          = H + η · people                                   Penrose's limit [1]
///     per_head         = κ · productive_share · realized_effort           customers per person
///     capacity         = people · per_head
///     won              = decision_quality · min(sell, decide)
///     decide           = max(0, decision_capacity - υ · customers) / d
///     serve            = max(0, capacity - customers) / (τo + D)          D = decision_delay
///     wanted           = max(n0, max(0, customers + won (τh + τo + 2 D)) / per_head)
///     need             = max(0, δ · people + (wanted - people) / (τh + D))
///     d customers/dt   = min(won, serve) - χ · customers - max(0, customers - capacity) / patience
///     d people/dt      = min(recruit, need) - δ · people
///
/// One organisation under one governance, evaluated at max(people, 1); below one person the decision
/// capacity is proportional to people. The smallest rate binds (theory of constraints). With η, ς > 0
/// growth can be exponential until governance binds: once `decide` does, customers grow as t^(1/(1-ω))
/// under a hierarchy with s e > 1, where ω = ln(1/e)/ln s, and so linearly at e = 1. Not for markets
/// that saturate: demand has no ceiling here.
///
/// Derived; the elements are published, the composition is the library's own.
/// [1] Penrose, E. (1959). The Theory of the Growth of the Firm. Blackwell.
template <template <class> class Governance, real Real = double>
    requires governance_policy<Governance<Real>, Real>
struct linear_growth {
    using real_type  = Real;
    using state_type = growth_state<Real>;
    using limit      = growth_limit;

    [[no_unique_address]] Governance<Real> governance{}; ///< how decisions are made

    non_negative<Real>        sales_rate;          ///< S, won by the firm [customers/time]
    finite_non_negative<Real> sales_per_person{0}; ///< ς, won per person  [customers/person/time]

    positive<Real>            hiring_rate;          ///< H, possible hires [people/time]
    finite_positive<Real>     customers_per_person; ///< κ, served per person [customers/person]
    finite_non_negative<Real> hiring_share{0};      ///< η, possible hires per person [1/time]
    finite_positive<Real>     decisions_per_customer{1};  ///< d, to win one [1/customer]
    finite_non_negative<Real> upkeep_decisions{0};        ///< υ, to keep one [1/customer/time]
    finite_positive<Real>     onboarding_time{1};         ///< τo, to onboard a customer [time]
    finite_positive<Real>     hiring_time{1};             ///< τh, to fill a position [time]
    finite_non_negative<Real> attrition{0};               ///< δ, people who leave [1/time]
    finite_non_negative<Real> churn{0};                   ///< χ, customers who leave [1/time]
    positive<Real>            patience{infinity<Real>()}; ///< until the unserved leave [time]
    finite_non_negative<Real> core_people{0};             ///< n0, kept at any demand [people]

    /// All flows at once; everything else is derived from them (see core/flows.hpp).
    [[nodiscard]] constexpr growth_flows<Real> flows(const Real& t, const state_type& x) const
    {
        return flows_of(*this, conditions(t, x), x);
    }

    [[nodiscard]] constexpr state_type derivative(const Real& t, const state_type& x) const
    {
        return flows(t, x).derivative();
    }

    /// The derivative, and how far each change of what binds is.
    [[nodiscard]] constexpr auto derivative_and_margins(const Real& t, const state_type& x) const
    {
        const growth_flows<Real> now     = flows(t, x);
        const auto               margins = joined_margins(now.margins, size_margins(t, x));
        return margined_derivative<state_type, Real, margins.size()>{now.derivative(), margins};
    }

    /// The limiting rates, and which of them binds the inflow of customers.
    [[nodiscard]] constexpr growth_limits<Real> limits(const Real& t, const state_type& x) const
    {
        return flows(t, x).limits;
    }
    [[nodiscard]] constexpr limit bottleneck(const Real& t, const state_type& x) const
    {
        return flows(t, x).bottleneck();
    }

    /// The conditions at time t and state x, from which the flows are computed.
    [[nodiscard]] constexpr growth_conditions<Real> conditions(const Real&       t,
                                                               const state_type& x) const
    {
        return with_conditions(t, x, [](const auto& now, const auto&, const auto&) { return now; });
    }

    /// use(conditions, deciders, staff): the conditions, and the answers of the governance about those who
    /// decide and about those who are paid (see core/governance_at_size.hpp). Its work is done once for all.
    template <class Use>
    constexpr auto with_conditions(const Real& t, const state_type& x, const Use& use) const
    {
        return with_policy_at(governance, t, [&](const auto& policy) {
            const auto answers = detail::asked_at(policy, x.people);
            return use(conditions_of(answers, x), answers, answers);
        });
    }

    /// How far each size is from one at which what the governance answers changes its formula.
    [[nodiscard]] constexpr std::array<Real, governance_margins<Governance<Real>, Real>>
    size_margins(const Real& t, const state_type& x) const
    {
        return with_policy_at(governance, t, [&](const auto& policy) {
            return policy_margins<governance_margins<Governance<Real>, Real>>(
                policy, greatest(x.people, Real(1)));
        });
    }

    /// Those who decide together, of whose number the governance is asked, at least 1 [people].
    [[nodiscard]] constexpr Real deciding(const state_type& x) const { return x.people; }

    /// The layers that a report passes on its way up [-].
    [[nodiscard]] constexpr Real reporting_layers(const Real& t, const state_type& x) const
    {
        return with_policy_at(governance, t, [&](const auto& policy) {
            return orgscale::reporting_layers(policy, greatest(deciding(x), Real(1)));
        });
    }

    /// Mean wage relative to that of a person without reports, each manager paid `step` times a
    /// report [-].
    [[nodiscard]] constexpr Real wage_multiple(const Real& t, const state_type& x,
                                               const Real& step) const
    {
        return with_policy_at(governance, t, [&](const auto& policy) {
            return orgscale::wage_multiple(policy, greatest(x.people, Real(1)), step);
        });
    }

    /// The shortest time constant, for the solver [time].
    [[nodiscard]] constexpr Real shortest_time() const
    {
        return least(Real{onboarding_time}, Real{hiring_time});
    }

    /// The times at which the governance changes [time].
    [[nodiscard]] constexpr auto breakpoints() const { return breakpoints_of<Real>(governance); }

    static constexpr auto parameters()
    {
        return joined(
            description{parameter{"governance", "", "", "how decisions are made",
                                  &linear_growth::governance},
                        parameter{"sales_rate", "S", "customers/time",
                                  "customers won per unit time", &linear_growth::sales_rate},
                        parameter{"sales_per_person", "ς", "customers/person/time",
                                  "customers won per person and unit time",
                                  &linear_growth::sales_per_person}},
            detail::staffing_parameters<linear_growth>());
    }

private:
    [[nodiscard]] constexpr growth_conditions<Real> conditions_of(const auto&       answers,
                                                                  const state_type& x) const
    {
        return {.sell              = sales_rate + sales_per_person * x.people,
                .recruit           = hiring_rate + hiring_share * x.people,
                .per_head          = customers_per_person * detail::effort_of<Real>(answers),
                .peers             = Real(0),
                .decision_capacity = detail::decision_capacity_of(answers, x.people),
                .decision_delay    = answers.decision_delay(),
                .decision_quality  = answers.decision_quality()};
    }
};

} // namespace orgscale
