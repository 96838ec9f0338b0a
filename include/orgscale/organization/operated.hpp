#pragma once

// Over 200 lines: each answer of a growth model passes through five policies.

#include <tuple>
#include <type_traits>

#include <orgscale/core/breakpoints.hpp>
#include <orgscale/core/checked.hpp>
#include <orgscale/core/describe.hpp>
#include <orgscale/core/flows.hpp>
#include <orgscale/core/improvement_policy.hpp>
#include <orgscale/core/observation_policy.hpp>
#include <orgscale/core/ownership_policy.hpp>
#include <orgscale/core/select.hpp>
#include <orgscale/growth/growth_flows.hpp>
#include <orgscale/organization/customer_experience.hpp>
#include <orgscale/organization/detail/operated_state.hpp>
#include <orgscale/organization/no_budget.hpp>
#include <orgscale/organization/operable_growth.hpp>

namespace orgscale {

/// A growth model as it is run: who sees its customers how late, how work gets better, who owns a
/// customer, and what money there is.
///
///     per_head                = the model's · productivity(t) (1 - defects(t))
///     D                       = the model's + handoff_delay(n)
///     decisions_per_customer  = the model's · decision_multiple(n)
///     churn                   = the model's + χd defects(t)
///     patience                = the model's · (1 - defects(t))
///     recruit                 = min(the model's, what the budget affords)
///     perceived load          p, where  dp/dt = (ρ(m) load - p) / T(m)
///                             ρ(m) load, if it is seen at once (T = 0 or none)
///     d cash/dt               = earnings - h · hired
///     outlay                  = w n W + h · hired           what it pays, as in budget
///
/// ρ is the observation's signal_retention and T its reporting_delay, through the m layers of people
/// that the model's governance has: what is perceived sets how many people are wanted, and nothing else.
/// All else that the model says of itself (its limits, what binds) is made from the same equations.
///
/// While customers leave at a rate r < 1/T, ρ/(1 - r T) times the load is perceived: reports keep too
/// many people if ρ > 1 - r T and people leave faster than customers do (δ > r), each for T longer.
/// More are never wanted than for the greatest load so far: growth is starved by reports, not overshot.
///
/// With perfect_observation, no_improvement, single_owner and no_budget it is the plain model, to the
/// last bit. The state is the model's {people, customers}, then `perceived` where observation takes
/// time, then `cash` where there is a budget; opening() makes it from the model's.
///
///     operated<linear_growth<hierarchy>, dashboard, no_improvement, single_owner> firm{
///         .growth = {...}, .observation = {.reporting_interval = 1, .delay_per_level = 0.5}};
///     auto run = solve(firm, firm.opening({.people = 10, .customers = 40}), {.to = 60});
///
/// For a growth model of ours or one that satisfies operable_growth. Not for an organisation that acts
/// on a forecast: what is perceived is old, not extrapolated.
///
/// The library's own composition; the sources are with the policies. A first-order delay of what is
/// seen is the information delay of system dynamics [1].
///
/// [1] Sterman, J. D. (2000). Business Dynamics. Irwin/McGraw-Hill. Chapter 11.
template <class Growth, template <class> class Observation, template <class> class Improvement,
          template <class> class Ownership, template <class> class Budget = no_budget>
    requires operable_growth<Growth> &&
             observation_policy<Observation<typename Growth::real_type>, typename Growth::real_type> &&
             improvement_policy<Improvement<typename Growth::real_type>, typename Growth::real_type> &&
             ownership_policy<Ownership<typename Growth::real_type>, typename Growth::real_type>
struct operated {
    using real_type = typename Growth::real_type;
    using limit     = typename Growth::limit;

private:
    using Real = real_type;

    static constexpr bool sees_late = delayed_observation<Observation<Real>, Real>;
    static constexpr bool is_funded = !std::is_same_v<Budget<Real>, no_budget<Real>>;

public:
    using state_type = detail::operated_state<Real, sees_late, is_funded>;

    Growth                                  growth;          ///< what grows
    [[no_unique_address]] Observation<Real> observation{};   ///< how customers are seen
    [[no_unique_address]] Improvement<Real> improvement{};   ///< how work gets better
    [[no_unique_address]] Ownership<Real>   ownership{};     ///< who owns a customer
    [[no_unique_address]] Budget<Real>      budget{};        ///< what money there is
    finite_non_negative<Real>               defect_churn{0}; ///< χd, churn of all defects [1/time]

    /// All rates at once, from which everything else is asked (see core/flows.hpp).
    [[nodiscard]] constexpr growth_flows<Real> flows(const Real& t, const state_type& x) const
    {
        return flows(t, x, circumstances_of(t, x));
    }

    [[nodiscard]] constexpr state_type derivative(const Real& t, const state_type& x) const
    {
        const auto given   = circumstances_of(t, x);
        const auto now     = flows(t, x, given);
        const auto of_both = now.derivative();
        state_type change{};
        change.people    = of_both.people;
        change.customers = of_both.customers;
        if constexpr (sees_late) {
            const auto late  = given.delay > 0;
            const Real delay = select(late, given.delay, Real(1));
            change.perceived =
                select(late, Real((given.retention * now.load - x.perceived) / delay), Real(0));
        }
        if constexpr (is_funded)
            change.cash = earnings(x, now.capacity, given.paid) - budget.cost_per_hire * now.hired;
        return change;
    }

    /// The rates of which the smallest governs, and the customers' limit that does.
    [[nodiscard]] constexpr growth_limits<Real> limits(const Real& t, const state_type& x) const
    {
        return flows(t, x).limits;
    }
    [[nodiscard]] constexpr limit bottleneck(const Real& t, const state_type& x) const
    {
        return flows(t, x).bottleneck();
    }

    /// What customers experience.
    [[nodiscard]] constexpr customer_experience<Real> experience(const Real&       t,
                                                                 const state_type& x) const
    {
        const auto now   = flows(t, x);
        const auto delay = conditions(t, x, circumstances_of(t, x).paid).decision_delay;
        return {.wait    = growth.onboarding_time + delay,
                .served  = served_of(x, now.capacity) / x.customers,
                .correct = 1 - improvement.defects(t),
                .churn   = now.lost / x.customers};
    }

    /// What is left when people are paid [money/time].
    [[nodiscard]] constexpr Real earnings(const Real& t, const state_type& x) const
        requires is_funded
    {
        const auto given = circumstances_of(t, x);
        return earnings(x, flows(t, x, given).capacity, given.paid);
    }

    /// What it pays, in wages and to hire [money/time].
    [[nodiscard]] constexpr Real outlay(const Real& t, const state_type& x) const
        requires is_funded
    {
        const auto given = circumstances_of(t, x);
        return outlay(x, flows(t, x, given).hired, given.paid);
    }

    /// The same for each customer who is served [money/customer/time].
    [[nodiscard]] constexpr Real cost_per_customer(const Real& t, const state_type& x) const
        requires is_funded
    {
        const auto given = circumstances_of(t, x);
        const auto now   = flows(t, x, given);
        return outlay(x, now.hired, given.paid) / served_of(x, now.capacity);
    }

    /// Layers that a report climbs to those who decide.
    [[nodiscard]] constexpr Real reporting_layers(const Real& t, const state_type& x) const
    {
        return growth.reporting_layers(t, grown(x));
    }

    /// The state that begins as the model's: what is perceived is what steady reports would tell.
    [[nodiscard]] constexpr state_type opening(const growth_state<Real>& start) const
        requires(!is_funded)
    {
        return opened(start);
    }

    /// The same with so much money at hand.
    [[nodiscard]] constexpr state_type opening(const growth_state<Real>& start,
                                               const Real&               cash) const
        requires is_funded
    {
        state_type x = opened(start);
        x.cash       = cash;
        return x;
    }

    /// The fastest time constant, for the solver [time].
    [[nodiscard]] constexpr Real shortest_time() const
    {
        if constexpr (sees_late) {
            const Real delay = observation.reporting_delay(Real(0));
            return least(growth.shortest_time(), Real(select(delay > 0, delay, infinity<Real>())));
        } else {
            return growth.shortest_time();
        }
    }

    /// The times at which its governance or its work changes at once.
    [[nodiscard]] constexpr auto breakpoints() const
    {
        return joined_breakpoints(breakpoints_of<Real>(growth), breakpoints_of<Real>(improvement));
    }

    static constexpr auto parameters()
    {
        return std::tuple{
            parameter{"growth", "", "", "what grows", &operated::growth},
            parameter{"observation", "", "", "how customers are seen", &operated::observation},
            parameter{"improvement", "", "", "how work gets better", &operated::improvement},
            parameter{"ownership", "", "", "who owns a customer", &operated::ownership},
            parameter{"budget", "", "", "what money there is", &operated::budget},
            parameter{"defect_churn", "χd", "1/time", "customers who would leave if all was wrong",
                      &operated::defect_churn}};
    }

private:
    /// What the equations of growth take from the model by name, as operations change it.
    struct operated_terms {
        Real decisions_per_customer, upkeep_decisions, onboarding_time, hiring_time, attrition,
            churn, patience, core_people;
    };

    [[nodiscard]] static constexpr growth_state<Real> grown(const state_type& x)
    {
        return {.people = x.people, .customers = x.customers};
    }

    [[nodiscard]] constexpr operated_terms terms(const Real& t, const growth_state<Real>& x) const
    {
        const Real defects = improvement.defects(t);
        const Real people  = greatest(x.people, Real(1));
        return {.decisions_per_customer = growth.decisions_per_customer *
                                          ownership.decision_multiple(people),
                .upkeep_decisions = growth.upkeep_decisions,
                .onboarding_time  = growth.onboarding_time,
                .hiring_time      = growth.hiring_time,
                .attrition        = growth.attrition,
                .churn            = growth.churn + defect_churn * defects,
                .patience         = growth.patience * Real(1 - defects),
                .core_people      = growth.core_people};
    }

    /// What of a state is asked only once for all its rates.
    struct circumstances {
        Real paid;      ///< mean wage to the lowest; without a budget nobody asks for it [-]
        Real retention; ///< of what happens, left in what is seen                        [-]
        Real delay;     ///< until it is seen; 0 where it is seen at once              [time]
    };

    [[nodiscard]] constexpr circumstances circumstances_of(const Real& t, const state_type& x) const
    {
        const Real    climbed = reporting_layers(t, x);
        circumstances given{Real(1), observation.signal_retention(climbed), Real(0)};
        if constexpr (sees_late) given.delay = observation.reporting_delay(climbed);
        if constexpr (is_funded)
            given.paid = growth.wage_multiple(t, grown(x), Real{budget.wage_step});
        return given;
    }

    [[nodiscard]] constexpr growth_flows<Real> flows(const Real& t, const state_type& x,
                                                     const circumstances& given) const
    {
        const auto of_growth = grown(x);
        const auto now       = conditions(t, x, given.paid);
        return flows_of(terms(t, of_growth), now, of_growth, [&](const Real& load) {
            const Real seen = given.retention * load;
            if constexpr (sees_late) {
                return Real(select(given.delay > 0, Real(x.perceived), seen));
            } else {
                return seen;
            }
        });
    }

    [[nodiscard]] constexpr growth_conditions<Real> conditions(const Real& t, const state_type& x,
                                                               const Real& paid) const
    {
        growth_conditions<Real> now = growth.conditions(t, grown(x));
        now.per_head                = now.per_head *
                       Real(improvement.productivity(t) * Real(1 - improvement.defects(t)));
        now.decision_delay = now.decision_delay +
                             ownership.handoff_delay(greatest(x.people, Real(1)));
        if constexpr (is_funded)
            now.recruit = least(
                now.recruit, budget.affordable(earnings(x, now.capacity(x.people), paid), x.cash));
        return now;
    }

    [[nodiscard]] static constexpr Real served_of(const state_type& x, const Real& capacity)
    {
        return least(Real(x.customers), capacity);
    }

    [[nodiscard]] constexpr Real earnings(const state_type& x, const Real& capacity,
                                          const Real& paid) const
    {
        return budget.earnings(served_of(x, capacity), x.people, paid);
    }

    [[nodiscard]] constexpr Real outlay(const state_type& x, const Real& hired,
                                        const Real& paid) const
    {
        return budget.payroll(x.people, paid) + budget.cost_per_hire * hired;
    }

    [[nodiscard]] constexpr state_type opened(const growth_state<Real>& start) const
    {
        state_type x{};
        x.people    = start.people;
        x.customers = start.customers;
        if constexpr (sees_late)
            x.perceived = observation.signal_retention(reporting_layers(Real(0), x)) *
                          flows(Real(0), x).load;
        return x;
    }
};

} // namespace orgscale
