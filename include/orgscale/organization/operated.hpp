#pragma once

// Longer than others: one model, whose equations are in detail/operation.hpp.

#include <type_traits>

#include <orgscale/core/breakpoints.hpp>
#include <orgscale/core/checked.hpp>
#include <orgscale/core/describe.hpp>
#include <orgscale/core/flows.hpp>
#include <orgscale/core/margined_derivative.hpp>
#include <orgscale/core/observation_policy.hpp>
#include <orgscale/core/select.hpp>
#include <orgscale/core/workforce_policy.hpp>
#include <orgscale/customer/single_owner.hpp>
#include <orgscale/customer/turned_away.hpp>
#include <orgscale/growth/growth_flows.hpp>
#include <orgscale/improvement/fixed_standard.hpp>
#include <orgscale/improvement/no_improvement.hpp>
#include <orgscale/observation/perfect_observation.hpp>
#include <orgscale/organization/customer_experience.hpp>
#include <orgscale/organization/customers_asked.hpp>
#include <orgscale/organization/detail/operated_state.hpp>
#include <orgscale/organization/detail/operation.hpp>
#include <orgscale/organization/detail/policy_slots.hpp>
#include <orgscale/organization/detail/stocked_state.hpp>
#include <orgscale/organization/no_budget.hpp>
#include <orgscale/organization/operable_growth.hpp>
#include <orgscale/workforce/no_layoffs.hpp>
#include <orgscale/workforce/ready_at_once.hpp>

namespace orgscale {

/// A growth model in operation: how customers are observed, how work improves, who owns a customer, the
/// budget, who waits for a place, how productive people are, what becomes of their standard under pressure, and who is dismissed.
///
/// The policies follow the growth model in any order. Each is recognised by the concept that it satisfies,
/// one for each concept at most; what is not named is neutral:
///
///     .observation  observation_policy   perfect_observation, dashboard, shop_floor
///     .improvement  improvement_policy   no_improvement, continuous_improvement, reorganization, combined_improvement
///     .ownership    ownership_policy     single_owner, functional_silos
///     .budget       budget_policy        no_budget, budget
///     .intake       intake_policy        turned_away, waiting_list
///     .workforce    workforce_policy     ready_at_once, rookies, two_stage_learning
///     .standard     standard_policy      fixed_standard, eroding_standard, capability
///     .layoffs      layoff_policy        no_layoffs, layoffs
///     .stocks       stock_policy         your own; without one there are none
///
///     per_head                = the model's · productivity(t) (1 - defects(t))
///     D                       = the model's + handoff_delay(n, customers/capacity)
///     decisions_per_customer  = the model's · decision_multiple(n)
///     churn                   = the model's + χd defects(t)
///     patience                = the model's · (1 - defects(t))
///     recruit                 = min(the model's, affordable hires of the budget if each earns after τo + D + τa)
///     perceived load          p, where  dp/dt = (ρ(m) load - p) / T(m)
///                             ρ(m) load, if observation has no delay
///     left                    = δ n + (1 + a) dismissed     people who leave, as in layoffs
///     d cash/dt               = earnings - h · hired - s · dismissed
///     outlay                  = w n W + h · hired + s · dismissed
///
///     capacity                = at_work(n, r) · per_head + peers
///     dr/dt                   = hired - assimilated(r) - (left/n) r
///     dj/dt                   = assimilated(r) - promoted(j) - (left/n) j     with two stages of learning
///
/// and with a waiting list of w customers, where q is the decision quality:
///
///     d waiting/dt            = q sell - started - given_up(w)    prospects of a network: M - c - w
///     started                 = min(w/(τo + D), q decide, serve)  in place of min(won, serve)
///     load                    = c + min(w, q decide (τo + D)) + q min(sell, decide) (τh + D) - peers
///     wait                    = w/started                         in place of τo + D
///
/// A customer won today is served after τo + D at the earliest. In the flows, `sell` is the rate at which those who
/// wait could start, w/(q (τo + D)), and `demand` is q times that, so inflow/demand is (τo + D)/wait, and a wall is
/// where it falls. In steady state the share that gives up, beyond that of the least wait, is less than the ratio
/// falls short of 1. What is sold is in asked(). Without a list, whoever can't be served at once is lost, and the wait is τo + D however short capacity is.
///
/// and with a standard of level y, under the pressure of work p:
///
///     p                       = max(0, c + won (τo + D) - peers)/(at_work · per_head)
///     per_head                = the above · productivity(y)       also for the people needed
///     at_work                 = the above · exertion(p)           so that more customers can be served
///     churn                   = the above + churn(y, p)
///     dy/dt                   = rate(y, p)
///
/// ρ is the observation's signal_retention and T its reporting_delay, through the m reporting layers of
/// the model's governance. The perceived load sets how many people are needed, and nothing else. Limits
/// and bottlenecks are computed from the same equations.
///
/// While the load falls at a rate r < 1/T, the perceived load tends to ρ/(1 - r T) times the load. So
/// reports retain too many people if ρ > 1 - r T and people leave faster than customers do (δ > r), each for T longer.
/// The perceived load never exceeds the largest load so far: late reports slow growth, they do not make it overshoot.
///
/// With neutral policies its results are bit-identical to the plain model's. The state is the model's {people,
/// customers} and what the policies bring, by name and in this order: `perceived` if observation is delayed, `cash`
/// with a budget, `waiting` with a list, `rookies` where people learn and `juniors` where they do so in two stages, `standard` or `capability` where it changes. opening() makes it from the model's: with
/// steady reports, a list that has been kept up with, w = min(q sell, q decide, serve) (τo + D), and as many rookies
/// as replace those who leave. Stocks of your own follow under the names that their policy gives them; they change the
/// conditions of the growth model, its churn and its attrition before any other policy does (see stock_policy).
///
///     operated<linear_growth<hierarchy>, dashboard, waiting_list> firm{
///         .growth = {...}, .observation = {.reporting_interval = 1, .delay_per_level = 0.5}};
///     auto run = solve(firm, firm.opening({.people = 10, .customers = 40}), {.to = 60});
///
/// What stays as in the growth model: hiring follows gross inflow, so a firm with churn keeps capacity for a
/// further χ τh of its customers; it goes by people, as if rookies were experienced; `sales_rate` needs nobody; and
/// the layers of a network count its nodes, so that 5 people among a million customers, a tenth of them nodes,
/// report through as many layers as 100 005 people.
///
/// For growth models that satisfy operable_growth. Not for organisations that act on forecasts: perception
/// is late, not extrapolated.
///
/// The composition is the library's own; the sources are with the policies. The first-order delay is the
/// information delay of system dynamics [1].
///
/// [1] Sterman, J. D. (2000). Business Dynamics. Irwin/McGraw-Hill. Chapter 11.
template <class Growth, template <class> class... Policies>
    requires operable_growth<Growth>
struct operated {
    using real_type = typename Growth::real_type;
    using limit     = typename Growth::limit;

private:
    using Real = real_type;

    static_assert((detail::has_a_slot<Policies<Real>, Real>() && ...));
    static_assert(
        detail::one_for_each_slot<Real, Policies<Real>...>,
        "two policies of an operated organisation satisfy the same concept; name one of them");

    template <class Slot, template <class> class Neutral>
    using policy_in = typename detail::in_slot<Slot, Real, Neutral<Real>, Policies<Real>...>::type;

    using observation_type = policy_in<detail::observation_slot, perfect_observation>;
    using improvement_type = policy_in<detail::improvement_slot, no_improvement>;
    using ownership_type   = policy_in<detail::ownership_slot, single_owner>;
    using budget_type      = policy_in<detail::budget_slot, no_budget>;
    using intake_type      = policy_in<detail::intake_slot, turned_away>;
    using workforce_type   = policy_in<detail::workforce_slot, ready_at_once>;
    using standard_type    = policy_in<detail::standard_slot, fixed_standard>;
    using layoffs_type     = policy_in<detail::layoff_slot, no_layoffs>;
    using stocks_type      = policy_in<detail::stock_slot, detail::no_stocks>;

    static constexpr bool sees_late    = delayed_observation<observation_type, Real>;
    static constexpr bool is_funded    = !detail::is_neutral<budget_type>;
    static constexpr bool has_list     = !detail::is_neutral<intake_type>;
    static constexpr bool learns       = !detail::is_neutral<workforce_type>;
    static constexpr bool learns_twice = staged_workforce<workforce_type, Real>;
    static constexpr bool has_own      = !detail::is_neutral<stocks_type>;

public:
    using state_type =
        typename detail::state_and_stocks<detail::operated_state<Real, sees_late, is_funded, has_list,
                                                                 learns, learns_twice, standard_type>,
                                          stocks_type>::type;

    Growth                                 growth;        ///< the growth model
    [[no_unique_address]] observation_type observation{}; ///< how customers are observed
    [[no_unique_address]] improvement_type improvement{}; ///< how work improves
    [[no_unique_address]] ownership_type   ownership{};   ///< who owns a customer
    [[no_unique_address]] budget_type      budget{};      ///< income, costs and cash
    [[no_unique_address]] intake_type      intake{};      ///< who waits for a place
    [[no_unique_address]] workforce_type   workforce{};   ///< how productive people are
    [[no_unique_address]] standard_type    standard{};    ///< what pressure makes of the work
    [[no_unique_address]] layoffs_type     layoffs{};     ///< who is dismissed
    finite_non_negative<Real>         defect_churn{0}; ///< χd, if all work were defective [1/time]
    [[no_unique_address]] stocks_type stocks{};        ///< what it builds up and loses

    /// All flows at once; everything else is derived from them (see core/flows.hpp).
    [[nodiscard]] constexpr growth_flows<Real> flows(const Real& t, const state_type& x) const
    {
        return run([&](const auto& run) { return run.flows(run.moment_of(t, x), x); });
    }

    [[nodiscard]] constexpr state_type derivative(const Real& t, const state_type& x) const
    {
        return run([&](const auto& run) { return run.derivative(run.moment_of(t, x), x); });
    }

    /// The derivative, and how far each change of what binds is.
    [[nodiscard]] constexpr auto derivative_and_margins(const Real& t, const state_type& x) const
    {
        return run(
            [&](const auto& run) { return run.derivative_and_margins(t, run.moment_of(t, x), x); });
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

    /// What customers experience.
    [[nodiscard]] constexpr customer_experience<Real> experience(const Real&       t,
                                                                 const state_type& x) const
    {
        return run([&](const auto& run) { return run.experience(t, run.moment_of(t, x), x); });
    }

    /// What becomes of the customers who ask.
    [[nodiscard]] constexpr customers_asked<Real> asked(const Real& t, const state_type& x) const
        requires has_list
    {
        return run([&](const auto& run) { return run.asked(run.moment_of(t, x), x); });
    }

    /// The pressure of work: customers who want service over those whom people serve by their standard [-].
    [[nodiscard]] constexpr Real pressure(const Real& t, const state_type& x) const
        requires(!detail::is_neutral<standard_type>)
    {
        return run([&](const auto& run) { return run.moment_of(t, x).pressure; });
    }

    /// Earnings after wages, before the cost of hiring [money/time].
    [[nodiscard]] constexpr Real earnings(const Real& t, const state_type& x) const
        requires is_funded
    {
        return run([&](const auto& run) { return run.earnings(run.moment_of(t, x), x); });
    }

    /// Outlay on wages, hiring and severance [money/time].
    [[nodiscard]] constexpr Real outlay(const Real& t, const state_type& x) const
        requires is_funded
    {
        return run([&](const auto& run) { return run.outlay(run.moment_of(t, x), x); });
    }

    /// Outlay per customer served [money/customer/time].
    [[nodiscard]] constexpr Real cost_per_customer(const Real& t, const state_type& x) const
        requires is_funded
    {
        return run([&](const auto& run) { return run.cost_per_customer(run.moment_of(t, x), x); });
    }

    /// The layers that a report passes to reach those who decide [-].
    [[nodiscard]] constexpr Real reporting_layers(const Real& t, const state_type& x) const
    {
        return growth.reporting_layers(t, {.people = x.people, .customers = x.customers});
    }

    /// The initial state at time t from the model's; the perceived load is that of steady reports.
    [[nodiscard]] constexpr state_type opening(const growth_state<Real>& start,
                                               const Real&               t = Real(0)) const
        requires(!is_funded)
    {
        return opened(start, t);
    }

    /// The same, with cash at hand [money].
    [[nodiscard]] constexpr state_type opening(const growth_state<Real>& start, const Real& cash,
                                               const Real& t = Real(0)) const
        requires is_funded
    {
        state_type x = opened(start, t);
        x.cash       = cash;
        return x;
    }

    /// The shortest time constant, for the solver [time].
    [[nodiscard]] constexpr Real shortest_time() const
    {
        return run([](const auto& run) { return run.shortest_time(); });
    }

    /// The times at which the governance or the improvement changes abruptly, of one that repeats the first [time].
    [[nodiscard]] constexpr auto breakpoints() const
    {
        return joined_breakpoints(breakpoints_of<Real>(growth), breakpoints_of<Real>(improvement));
    }

    /// The first of these times after t, and of those at which the improvement does so again; or infinity [time].
    [[nodiscard]] constexpr Real next_breakpoint(const Real& t) const
    {
        return least(next_breakpoint_of<Real>(growth, t), next_breakpoint_of<Real>(improvement, t));
    }

    static constexpr auto parameters()
    {
        const description of_all{
            parameter{"growth", "", "", "growth model", &operated::growth},
            parameter{"observation", "", "", "how customers are observed", &operated::observation},
            parameter{"improvement", "", "", "how work improves", &operated::improvement},
            parameter{"ownership", "", "", "who owns a customer", &operated::ownership},
            parameter{"budget", "", "", "income, costs and cash", &operated::budget},
            parameter{"intake", "", "", "who waits for a place", &operated::intake},
            parameter{"workforce", "", "", "how productive people are", &operated::workforce},
            parameter{"standard", "", "", "what pressure makes of the work", &operated::standard},
            parameter{"layoffs", "", "", "who is dismissed", &operated::layoffs},
            parameter{"defect_churn", "χd", "1/time", "additional churn if all work were defective",
                      &operated::defect_churn}};
        if constexpr (has_own) {
            return joined(of_all, description{parameter{"stocks", "", "",
                                                        "what the organisation builds up and loses",
                                                        &operated::stocks}});
        } else {
            return of_all;
        }
    }

private:
    /// Calls `use` with the equations.
    template <class Use>
    [[nodiscard]] constexpr auto run(const Use& use) const
    {
        const detail::improvement_with_churn<improvement_type> work{improvement, defect_churn};
        return use(detail::operation<Growth, observation_type, std::remove_const_t<decltype(work)>,
                                     ownership_type, budget_type, intake_type, workforce_type,
                                     standard_type, layoffs_type, stocks_type>{
            growth, observation, work, ownership, budget, intake, workforce, standard, layoffs,
            stocks});
    }

    [[nodiscard]] constexpr state_type opened(const growth_state<Real>& start, const Real& t) const
    {
        state_type x{};
        x.people    = start.people;
        x.customers = start.customers;
        if constexpr (has_own)
            static_cast<typename stocks_type::state_type&>(x) =
                run([&](const auto& run) { return run.stocks_in(t, start); });
        if constexpr (!detail::is_neutral<standard_type>)
            x = run([&](const auto& run) { return run.with_standard(x); });
        if constexpr (learns) x.rookies = run([&](const auto& run) { return run.newcomers_in(x); });
        if constexpr (learns_twice)
            x.juniors = run([&](const auto& run) { return run.juniors_at_start(x); });
        if constexpr (has_list)
            x.waiting = run([&](const auto& run) { return run.waiting_in(run.moment_of(t, x), x); });
        if constexpr (sees_late)
            x.perceived =
                run([&](const auto& run) { return run.perceived_in(run.moment_of(t, x), x); });
        return x;
    }
};

} // namespace orgscale
