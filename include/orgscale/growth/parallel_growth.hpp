#pragma once

// Longer than others: one model, whose equations, parameters and limits belong together.

#include <array>
#include <optional>

#include <orgscale/core/breakpoints.hpp>
#include <orgscale/core/checked.hpp>
#include <orgscale/core/describe.hpp>
#include <orgscale/core/flows.hpp>
#include <orgscale/core/governance_policy.hpp>
#include <orgscale/core/margined_derivative.hpp>
#include <orgscale/core/select.hpp>
#include <orgscale/growth/detail/staffing.hpp>
#include <orgscale/growth/growth_flows.hpp>
#include <orgscale/growth/universal_scalability.hpp>

namespace orgscale {

/// Parallelized growth: k units side by side, each under its own governance, slowed by contention and
/// coordination between them.
///
///     X                = k / (1 + σ (k-1) + ξ k (k-1))                    speed-up [1]
///     m                = people / k                                       people per unit
///     sell             = X (S + ς m)
///     recruit          = X (H + η m)
///     decision_capacity = X · that of m people
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
/// The governance is evaluated at max(m, 1); below one person per unit, the decision capacity is
/// proportional to people. S and H are the rates of one unit. Growth is X times as fast as in one unit,
/// whether selling or hiring binds, and fastest at k = sqrt((1-σ)/ξ) units. The units' service capacities
/// add up: σ and ξ do not reduce them. Not for units that open over time: k is constant.
///
/// Derived; the elements are published, the composition is the library's own.
/// [1] Gunther, N. J. (2007). Guerrilla Capacity Planning. Springer.
///     doi:10.1007/978-3-540-31010-5
template <template <class> class Governance, real Real = double>
    requires governance_policy<Governance<Real>, Real>
struct parallel_growth {
    using real_type  = Real;
    using state_type = growth_state<Real>;
    using limit      = growth_limit;

    [[no_unique_address]] Governance<Real> governance{}; ///< how decisions are made

    non_negative<Real>        sales_rate;          ///< S, won by one unit [customers/time]
    finite_non_negative<Real> sales_per_person{0}; ///< ς, won per person [customers/person/time]
    at_least_one<Real>        units;               ///< k, side by side [units]
    fraction<Real>            contention{0};       ///< σ, share of serial work [-]
    finite_non_negative<Real> coherency{0};        ///< ξ, coordination cost per pair [-]

    positive<Real>            hiring_rate;          ///< H, possible hires of a unit [people/time]
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
            const auto answers = detail::asked_at(policy, Real(x.people / units));
            return use(conditions_of(answers, x), answers, answers);
        });
    }

    /// How far each size is from one at which a formula of the governance changes.
    [[nodiscard]] constexpr std::array<Real, 1 + governance_margins<Governance<Real>, Real>>
    size_margins(const Real& t, const state_type& x) const
    {
        const Real of_unit = x.people / units;
        return with_policy_at(governance, t, [&](const auto& policy) {
            return joined_margins(std::array<Real, 1>{Real(of_unit - 1)},
                                  policy_margins<governance_margins<Governance<Real>, Real>>(
                                      policy, greatest(of_unit, Real(1))));
        });
    }

    /// Those who decide together, of whose number the governance is asked, at least 1: one unit [people].
    [[nodiscard]] constexpr Real deciding(const state_type& x) const { return x.people / units; }

    /// The layers that a report passes on its way up [-].
    [[nodiscard]] constexpr Real reporting_layers(const Real& t, const state_type& x) const
    {
        return with_policy_at(governance, t, [&](const auto& policy) {
            return orgscale::reporting_layers(policy, greatest(deciding(x), Real(1)));
        });
    }

    /// Mean wage relative to that of a person without reports, each manager paid `step` times a report [-].
    [[nodiscard]] constexpr Real wage_multiple(const Real& t, const state_type& x,
                                               const Real& step) const
    {
        return with_policy_at(governance, t, [&](const auto& policy) {
            return orgscale::wage_multiple(policy, greatest(Real(x.people / units), Real(1)), step);
        });
    }

    /// The shortest time constant, for the solver [time].
    [[nodiscard]] constexpr Real shortest_time() const
    {
        return least(Real{onboarding_time}, Real{hiring_time});
    }

    /// The times at which the governance changes [time].
    [[nodiscard]] constexpr auto breakpoints() const { return breakpoints_of<Real>(governance); }

    /// X, growth relative to that of one unit [-].
    [[nodiscard]] constexpr Real speed_up() const { return between_units().speed_up(Real{units}); }

    /// The number of units with the fastest growth; nothing if ξ = 0, where more are always better [units].
    [[nodiscard]] std::optional<Real> best_units() const
    {
        const auto most = between_units().peak();
        return most ? std::optional<Real>{most->units} : std::nullopt;
    }

    static constexpr auto parameters()
    {
        return joined(
            description{
                parameter{"governance", "", "", "how decisions are made in a unit",
                          &parallel_growth::governance},
                parameter{"sales_rate", "S", "customers/time",
                          "customers one unit wins per unit time", &parallel_growth::sales_rate},
                parameter{"sales_per_person", "ς", "customers/person/time",
                          "customers won per person and unit time",
                          &parallel_growth::sales_per_person},
                parameter{"units", "k", "units", "units working in parallel",
                          &parallel_growth::units},
                parameter{"contention", "σ", "-",
                          "share of work that only one unit at a time can do",
                          &parallel_growth::contention},
                parameter{"coherency", "ξ", "-", "cost of coordination with each other unit",
                          &parallel_growth::coherency}},
            detail::staffing_parameters<parallel_growth>());
    }

private:
    [[nodiscard]] constexpr universal_scalability<Real> between_units() const
    {
        return {.contention = contention, .coherency = coherency};
    }

    [[nodiscard]] constexpr growth_conditions<Real> conditions_of(const auto&       answers,
                                                                  const state_type& x) const
    {
        const Real together = speed_up();
        const Real of_unit  = x.people / units;
        return {.sell              = together * (sales_rate + sales_per_person * of_unit),
                .recruit           = together * (hiring_rate + hiring_share * of_unit),
                .per_head          = customers_per_person * detail::effort_of<Real>(answers),
                .peers             = Real(0),
                .decision_capacity = together * detail::decision_capacity_of(answers, of_unit),
                .decision_delay    = answers.decision_delay(),
                .decision_quality  = answers.decision_quality()};
    }
};

} // namespace orgscale
