#pragma once

// Longer than others: one system of equations, which share their terms.

#include <algorithm>
#include <array>
#include <cstddef>
#include <tuple>
#include <type_traits>
#include <utility>

#include <orgscale/core/choice.hpp>
#include <orgscale/core/margined_derivative.hpp>
#include <orgscale/core/one_of.hpp>
#include <orgscale/core/real.hpp>
#include <orgscale/core/select.hpp>
#include <orgscale/core/workforce_policy.hpp>
#include <orgscale/growth/growth_flows.hpp>
#include <orgscale/growth/growth_state.hpp>
#include <orgscale/organization/customer_experience.hpp>
#include <orgscale/organization/customers_asked.hpp>
#include <orgscale/organization/detail/neutral_policies.hpp>
#include <orgscale/organization/detail/operated_state.hpp>
#include <orgscale/organization/organization_state.hpp>

namespace orgscale::detail {

/// The number of size_margins(t, x) of a growth model; of a choice, the largest among its alternatives.
template <class Growth>
inline constexpr std::size_t size_margin_count = 0;
template <class Growth>
    requires requires(const Growth& growth, const typename Growth::real_type& t,
                      const typename Growth::state_type& x) { growth.size_margins(t, x); }
inline constexpr std::size_t size_margin_count<Growth> =
    std::tuple_size_v<decltype(std::declval<const Growth&>().size_margins(
        std::declval<const typename Growth::real_type&>(),
        std::declval<const typename Growth::state_type&>()))>;
template <class... Growth>
inline constexpr std::size_t size_margin_count<one_of<Growth...>> =
    (std::max)({size_margin_count<Growth>...});

/// The equations of a growth model in operation (see operated.hpp). Each part may be a choice. All results are computed
/// from a moment, which holds what the parts return at a time and takes most of the work.
template <class Growth, class Observation, class Improvement, class Ownership, class Budget,
          class Intake, class Workforce, class Standard, class Layoffs,
          class Stocks = no_stocks<typename Growth::real_type>>
struct operation {
    using Real = typename Growth::real_type;

    const Growth&      growth;
    const Observation& observation;
    const Improvement& improvement; ///< its policy and its defect_churn, or neutral
    const Ownership&   ownership;
    const Budget&      budget;
    const Intake&      intake;
    const Workforce&   workforce;
    const Standard&    standard;
    const Layoffs&     layoffs;

    static constexpr bool has_stocks = !is_neutral<Stocks>;

    [[no_unique_address]] std::conditional_t<has_stocks, const Stocks&, Stocks> stocks{};

    /// The parameters that the equations of growth take by name, with the effects of the policies.
    struct terms {
        Real                                              decisions_per_customer;
        const Real&                                       upkeep_decisions;
        const Real&                                       onboarding_time;
        const Real&                                       hiring_time;
        std::conditional_t<has_stocks, Real, const Real&> attrition;
        Real                                              churn;
        Real                                              patience;
        const Real&                                       core_people;
    };

    static constexpr std::size_t growth_margins    = size_margin_count<Growth>;
    static constexpr std::size_t ownership_margins = margins_given<Ownership, Real>();
    static constexpr std::size_t busyness_margins  = margins_given<Ownership, Real, Real>();
    static constexpr std::size_t budget_margins    = is_neutral<Budget> ? 0 : 2;
    static constexpr std::size_t workforce_margins = margins_given<Workforce, Real, Real>();
    static constexpr std::size_t staged_margins    = margins_given<Workforce, Real, Real, Real>();
    static constexpr std::size_t intake_margins    = is_neutral<Intake> ? 0 : 2;
    static constexpr std::size_t standard_margins  = margins_given<Standard, Real, Real>();

    /// Computed once for all the rates of a moment.
    struct moment {
        terms                   named;
        growth_conditions<Real> now;
        Real                    at_work; ///< people, in experienced ones                 [people]
        Real                    paid{1}; ///< mean wage over the lowest, with a budget     [-]
        bool reported{false};            ///< whether the observed load differs from the actual
        Real retention{1};               ///< share of the load that reports keep          [-]
        Real delay{0};                   ///< until it is observed; 0 if at once          [time]
        /// Zero where money begins or ceases to limit hiring.
        std::array<Real, budget_margins> of_budget{};

        Real utilization{0}; ///< customers over capacity, if ownership depends on it      [-]
        Real pressure{1};    ///< of work: customers over those served by the standard        [-]

        // With a waiting list:
        bool waits{false};
        Real asking{0};    ///< customers won if all decisions are right    [customers/time]
        Real given_up{0};  ///< customers who stop waiting                  [customers/time]
        Real prospects{1}; ///< who can still be won, if that has a limit   [customers]
    };

    template <class State>
    [[nodiscard]] static constexpr growth_state<Real> grown(const State& x)
    {
        return {.people = x.people, .customers = x.customers};
    }

    template <class State>
    [[nodiscard]] constexpr moment moment_of(const Real& t, const State& x) const
    {
        moment m = visited(growth, [&](const auto& model) { return begun(model, t, grown(x)); });
        if constexpr (has_stocks) {
            const auto& own = own_of(x);
            m.now           = stocks.changed(m.now, own);
            if constexpr (requires { stocks.churn(m.named.churn, own); })
                m.named.churn = stocks.churn(m.named.churn, own);
            m.named.attrition = attrition_with(own, m.named.attrition);
        }
        unless_neutral(workforce, [&](const auto& staff) {
            if constexpr (staged_workforce<std::remove_cvref_t<decltype(staff)>, Real>) {
                m.at_work = staff.at_work(x.people, rookies_in(x), juniors_in(x));
            } else {
                m.at_work = staff.at_work(x.people, rookies_in(x));
            }
        });
        unless_neutral(improvement, [&](const auto& work) {
            const Real defects = work.policy.defects(t);
            const Real right   = 1 - defects;
            m.named.churn      = m.named.churn + work.defect_churn * defects;
            m.named.patience   = m.named.patience * right;
            m.now.per_head     = m.now.per_head * Real(work.policy.productivity(t) * right);
        });
        unless_neutral(standard, [&](const auto& kept) {
            m.now.per_head = m.now.per_head * kept.productivity(level_in(kept, x));
        });
        unless_neutral(ownership, [&](const auto& owners) {
            const Real people              = greatest(x.people, Real(1));
            m.named.decisions_per_customer = m.named.decisions_per_customer *
                                             owners.decision_multiple(people);
            if constexpr (requires { owners.handoff_delay(people, people); }) {
                m.utilization        = utilization_of(m, x);
                m.now.decision_delay = m.now.decision_delay +
                                       owners.handoff_delay(people, m.utilization);
            } else {
                m.now.decision_delay = m.now.decision_delay + owners.handoff_delay(people);
            }
        });
        unless_neutral(intake, [&](const auto& list) {
            const Real waiting = waiting_in_state(x);
            m.waits            = true;
            m.given_up         = list.given_up(waiting);
            m.asking           = m.now.sell;
            visited(growth, [&](const auto& model) {
                if constexpr (requires { model.prospects(x.customers, waiting); }) {
                    m.prospects = model.prospects(x.customers, waiting);
                    m.asking    = model.sold_to(m.prospects, x.customers);
                }
            });
            // Nobody comes up where no decision is right: none of those who wait is accepted.
            const Real& quality = m.now.decision_quality;
            const auto  any     = quality > 0;
            m.now.sell          = select(
                any, Real(waiting / (select(any, quality, Real(1)) * least_wait(m))), Real(0));
        });
        unless_neutral(standard, [&](const auto& kept) {
            const Real level = level_in(kept, x);
            m.pressure       = pressure_of(m, x);
            m.at_work        = m.at_work * kept.exertion(m.pressure);
            if constexpr (requires { kept.churn(level, m.pressure); })
                m.named.churn = m.named.churn + kept.churn(level, m.pressure);
        });
        unless_neutral(budget, [&](const auto& money) {
            const Real earned     = earnings_of(money, x, m.now.capacity(m.at_work), m.paid);
            const Real affordable = money.affordable(earned, cash_in(x), until_earning(m));
            if constexpr (budget_margins > 0) {
                const auto limits = affordable < infinity<Real>();
                m.of_budget       = {select(limits, Real(m.now.recruit - affordable), Real(1)),
                                     money.funds(earned, cash_in(x))};
            }
            m.now.recruit = least(m.now.recruit, affordable);
        });
        return m;
    }

    template <class State>
    [[nodiscard]] constexpr growth_flows<Real> flows(const moment& m, const State& x) const
    {
        auto now = flows_of(m.named, m.now, grown(x), in_operation<State>{m, x});
        unless_neutral(layoffs, [&](const auto& policy) {
            const Real unneeded = -now.margins[growth_flows<Real>::of_need];
            const auto any      = unneeded > 0;
            const Real excess =
                select(any, Real(unneeded * (m.named.hiring_time + m.now.decision_delay)), Real(0));
            now.dismissed = policy.dismissed(excess);
            now.left      = now.left + now.dismissed * (1 + policy.resignations_per_layoff);
        });
        return now;
    }

    template <class State>
    [[nodiscard]] constexpr State derivative(const moment& m, const State& x) const
    {
        return derivative(m, x, flows(m, x));
    }

    /// The derivative, and how far each change of what binds is.
    template <class State>
    [[nodiscard]] constexpr auto derivative_and_margins(const Real& t, const moment& m,
                                                        const State& x) const
    {
        const auto            now   = flows(m, x);
        const auto            own   = margins_of_stocks(x, now);
        constexpr std::size_t count = now.margins.size() + growth_margins + ownership_margins +
                                      busyness_margins + budget_margins + intake_margins +
                                      workforce_margins + staged_margins + standard_margins +
                                      own.size();

        // Written once, where they belong: there may be forty of them.
        margined_derivative<State, Real, count> both;
        both.derivative = derivative(m, x, now);
        Real* next      = both.margins.data();
        next            = put_margins(next, now.margins);
        next            = put_size_margins(next, t, grown(x));
        const Real some = greatest(x.people, Real(1));
        next            = put_policy_margins<ownership_margins>(next, ownership, some);
        next = put_policy_margins<busyness_margins>(next, ownership, some, m.utilization);
        next = put_margins(next, m.of_budget);
        next = put_margins_of_intake(next, m, now);
        next = put_policy_margins<workforce_margins>(next, workforce, Real(x.people), rookies_in(x));
        next = put_policy_margins<staged_margins>(next, workforce, Real(x.people), rookies_in(x),
                                                  juniors_in(x));
        next = put_policy_margins<standard_margins>(next, standard, level_in(x), m.pressure);
        put_margins(next, own);
        return both;
    }

    template <class State>
    [[nodiscard]] constexpr customer_experience<Real> experience(const Real& t, const moment& m,
                                                                 const State& x) const
    {
        const auto now = flows(m, x);
        Real       correct(1);
        unless_neutral(improvement, [&](const auto& work) { correct = 1 - work.policy.defects(t); });
        // Without customers, the experience of the first one: the limit of few customers.
        const auto any    = x.customers > 0;
        const Real number = select(any, Real(x.customers), Real(1));
        return {.wait       = wait_of(m, now),
                .least_wait = least_wait(m),
                .served     = select(any, Real(served_of(x, now.capacity) / number),
                                     select(now.capacity > 0, Real(1), Real(0))),
                .correct    = correct,
                .churn      = select(any, Real(now.lost / number),
                                     Real(m.named.churn + select(now.capacity > 0, Real(0),
                                                                 Real(1 / m.named.patience))))};
    }

    /// What becomes of those who ask, if they wait.
    template <class State>
    [[nodiscard]] constexpr customers_asked<Real> asked(const moment& m, const State& x) const
    {
        return asked(m, flows(m, x));
    }

    /// Earnings after wages; 0 without a budget.
    template <class State>
    [[nodiscard]] constexpr Real earnings(const moment& m, const State& x) const
    {
        Real earned(0);
        unless_neutral(budget, [&](const auto& money) {
            earned = earnings_of(money, x, flows(m, x).capacity, m.paid);
        });
        return earned;
    }

    /// Wages and the cost of hiring; 0 without a budget.
    template <class State>
    [[nodiscard]] constexpr Real outlay(const moment& m, const State& x) const
    {
        Real paid(0);
        unless_neutral(budget,
                       [&](const auto& money) { paid = outlay_of(money, x, flows(m, x), m.paid); });
        return paid;
    }

    template <class State>
    [[nodiscard]] constexpr Real cost_per_customer(const moment& m, const State& x) const
    {
        Real cost(0);
        unless_neutral(budget, [&](const auto& money) {
            const auto now = flows(m, x);
            cost           = outlay_of(money, x, now, m.paid) / served_of(x, now.capacity);
        });
        return cost;
    }

    [[nodiscard]] constexpr Real reporting_layers(const Real& t, const growth_state<Real>& x) const
    {
        return visited(growth, [&](const auto& model) { return model.reporting_layers(t, x); });
    }

    /// The load that steady reports would show; 0 if observation is not delayed.
    template <class State>
    [[nodiscard]] constexpr Real perceived_in(const moment& m, const State& x) const
    {
        if (!m.reported) return Real(0);
        return m.retention * flows(m, x).load;
    }

    /// The list of an organisation that has kept up so far; 0 if nobody waits.
    template <class State>
    [[nodiscard]] constexpr Real waiting_in(const moment& m, const State& x) const
    {
        if (!m.waits) return Real(0);
        const auto& [sell, decide, serve, recruit, need] = flows(m, x).limits;
        const Real started = least(Real(m.now.decision_quality * least(m.asking, decide)), serve);
        return started * least_wait(m);
    }

    /// The newcomers among people of whom as many have left as were hired; 0 if nobody has to learn.
    template <class State>
    [[nodiscard]] constexpr Real newcomers_in(const State& x) const
    {
        Real newcomers(0);
        unless_neutral(workforce, [&](const auto& staff) {
            newcomers = staff.opening(Real(x.people), attrition_at_start(x));
        });
        return newcomers;
    }

    /// Those in the second stage of learning among them; 0 if there is none.
    template <class State>
    [[nodiscard]] constexpr Real juniors_at_start(const State& x) const
    {
        Real juniors(0);
        unless_neutral(workforce, [&](const auto& staff) {
            if constexpr (staged_workforce<std::remove_cvref_t<decltype(staff)>, Real>)
                juniors = staff.opening_juniors(Real(x.people), attrition_at_start(x));
        });
        return juniors;
    }

    /// The state with the level of its standard as it is at the start.
    template <class State>
    [[nodiscard]] constexpr State with_standard(State x) const
    {
        unless_neutral(standard,
                       [&](const auto& kept) { level_of_state(kept, x) = kept.opening(); });
        return x;
    }

    /// The stocks of an organisation that starts as the growth model does.
    [[nodiscard]] constexpr auto stocks_in(const Real& t, const growth_state<Real>& x) const
        requires has_stocks
    {
        return visited(growth, [&](const auto& model) {
            return stocks.opening(x, flows_of(model, model.conditions(t, x), x));
        });
    }

    /// The fastest time constant, for the solver.
    [[nodiscard]] constexpr Real shortest_time() const
    {
        Real shortest = visited(growth, [](const auto& model) { return model.shortest_time(); });
        unless_neutral(observation, [&](const auto& seeing) {
            if constexpr (requires { seeing.reporting_delay(Real(0)); }) {
                const Real delay = seeing.reporting_delay(Real(0));
                shortest = least(shortest, Real(select(delay > 0, delay, infinity<Real>())));
            }
        });
        unless_neutral(workforce, [&](const auto& staff) {
            Real learning = staff.learning_time();
            if constexpr (requires { staff.shortest_time(); }) learning = staff.shortest_time();
            shortest = least(shortest, Real(select(learning > 0, learning, infinity<Real>())));
        });
        unless_neutral(intake, [&](const auto& list) {
            if constexpr (requires { list.patience; })
                shortest = least(shortest, Real{list.patience});
        });
        unless_neutral(layoffs, [&](const auto& policy) {
            if constexpr (requires { policy.dismissal_time; })
                shortest = least(shortest, Real{policy.dismissal_time});
        });
        unless_neutral(standard, [&](const auto& kept) {
            if constexpr (requires { kept.shortest_time(); })
                shortest = least(shortest, Real(kept.shortest_time()));
        });
        if constexpr (requires { stocks.shortest_time(); })
            shortest = least(shortest, Real(stocks.shortest_time()));
        return shortest;
    }

private:
    /// What the growth model and its governance give. A model that has `with_conditions` asks its governance once.
    template <class Model>
    [[nodiscard]] constexpr moment begun(const Model& model, const Real& t,
                                         const growth_state<Real>& x) const
    {
        const auto with = [&](const growth_conditions<Real>& now, const auto& layers,
                              const auto& wages) {
            moment m{.named   = {.decisions_per_customer = model.decisions_per_customer,
                                 .upkeep_decisions       = model.upkeep_decisions,
                                 .onboarding_time        = model.onboarding_time,
                                 .hiring_time            = model.hiring_time,
                                 .attrition              = model.attrition,
                                 .churn                  = model.churn,
                                 .patience               = model.patience,
                                 .core_people            = model.core_people},
                     .now     = now,
                     .at_work = x.people};
            unless_neutral(observation, [&](const auto& seeing) {
                const Real climbed = layers();
                m.reported         = true;
                m.retention        = seeing.signal_retention(climbed);
                if constexpr (requires { seeing.reporting_delay(climbed); })
                    m.delay = seeing.reporting_delay(climbed);
            });
            unless_neutral(budget,
                           [&](const auto& money) { m.paid = wages(Real{money.wage_step}); });
            return m;
        };
        const auto asked = [&](const auto& now, const auto& deciders, const auto& staff) {
            return with(
                now, [&] { return deciders.reporting_layers(); },
                [&](const Real& step) { return staff.wage_multiple(step); });
        };
        if constexpr (requires { model.with_conditions(t, x, asked); }) {
            return model.with_conditions(t, x, asked);
        } else {
            return with(
                model.conditions(t, x), [&] { return model.reporting_layers(t, x); },
                [&](const Real& step) { return model.wage_multiple(t, x, step); });
        }
    }

    /// How an operation modifies the equations of growth (see as_planned).
    template <class State>
    struct in_operation : as_planned {
        const moment& m;
        const State&  x;

        constexpr in_operation(const moment& now, const State& state) : m{now}, x{state} {}

        [[nodiscard]] constexpr Real perceived(const Real& load) const
        {
            if (!m.reported) return load;
            const Real seen = m.retention * load;
            if constexpr (brings_perceived<State, Real>) {
                return Real(select(m.delay > 0, Real(x.perceived), seen));
            } else {
                return seen;
            }
        }

        [[nodiscard]] constexpr const Real& at_work(const Real&) const { return m.at_work; }

        /// Those of the list who will have been taken on, and those who ask until then.
        template <class Model>
        [[nodiscard]] constexpr Real ahead(const Model& model, const Real& won, const Real& decide,
                                           const Real& delay) const
        {
            if (!m.waits) return as_planned::ahead(model, won, decide, delay);
            return won * (model.onboarding_time + delay) +
                   m.now.decision_quality * least(m.asking, decide) * (model.hiring_time + delay);
        }
    };

    /// The stocks of a state that has them.
    template <class State>
    [[nodiscard]] static constexpr const auto& own_of(const State& x)
    {
        return static_cast<const typename Stocks::state_type&>(x);
    }

    template <class State>
    [[nodiscard]] constexpr Real attrition_at_start(const State& x) const
    {
        return visited(growth, [&](const auto& model) -> Real {
            if constexpr (has_stocks) {
                return attrition_with(own_of(x), Real{model.attrition});
            } else {
                return Real{model.attrition};
            }
        });
    }

    template <class Own>
    [[nodiscard]] constexpr Real attrition_with(const Own& own, const Real& attrition) const
    {
        if constexpr (requires { stocks.attrition(attrition, own); }) {
            return stocks.attrition(attrition, own);
        } else {
            return attrition;
        }
    }

    template <class State>
    [[nodiscard]] constexpr auto margins_of_stocks(const State&              x,
                                                   const growth_flows<Real>& now) const
    {
        if constexpr (has_stocks) {
            if constexpr (requires { stocks.margins(own_of(x), grown(x), now); })
                return stocks.margins(own_of(x), grown(x), now);
            else
                return std::array<Real, 0>{};
        } else {
            return std::array<Real, 0>{};
        }
    }

    /// Customers over those who can be served without cutting corners; 1 where nobody can be.
    template <class State>
    [[nodiscard]] static constexpr Real utilization_of(const moment& m, const State& x)
    {
        const Real capacity = m.now.capacity(m.at_work);
        const auto any      = capacity > 0;
        return select(any, Real(x.customers / select(any, capacity, Real(1))), Real(1));
    }

    /// The customers who want service over those whom people serve by their standard. Those who are won count as they
    /// are taken on, whether they wait or not. Finite where nobody works, so that their number times it is 0.
    template <class State>
    [[nodiscard]] constexpr Real pressure_of(const moment& m, const State& x) const
    {
        const Real won   = flows_of(m.named, m.now, grown(x)).won;
        const Real asked = x.customers + won * least_wait(m) - m.now.peers;
        const Real able  = m.at_work * m.now.per_head;
        return greatest(asked, Real(0)) / greatest(able, Real(1e-30));
    }

    /// τo + D, the wait while nothing is short.
    [[nodiscard]] static constexpr Real least_wait(const moment& m)
    {
        return m.named.onboarding_time + m.now.decision_delay;
    }

    /// τo + D + τa, from a hire to the first customer whom it serves as an experienced person.
    [[nodiscard]] constexpr Real until_earning(const moment& m) const
    {
        Real time = least_wait(m);
        unless_neutral(workforce, [&](const auto& staff) { time = time + staff.learning_time(); });
        return time;
    }

    /// By Little's law; nobody who asks is ever taken on if nobody can start.
    [[nodiscard]] constexpr Real wait_of(const moment& m, const growth_flows<Real>& now) const
    {
        if (!m.waits) return least_wait(m);
        const auto accepts = m.now.decision_quality > 0; // infinite decisions times 0 are none
        const Real open    = select(
            accepts, least(Real(m.now.decision_quality * now.limits.decide), now.limits.serve),
            Real(0));
        const auto any = now.inflow > 0;
        return select(any,
                      Real(now.demand * least_wait(m) / select(any, Real(now.inflow), Real(1))),
                      select(open > 0, least_wait(m), infinity<Real>()));
    }

    [[nodiscard]] static constexpr customers_asked<Real> asked(const moment&             m,
                                                               const growth_flows<Real>& now)
    {
        return {.asked    = m.now.decision_quality * m.asking,
                .started  = now.inflow,
                .given_up = m.given_up};
    }

    constexpr Real* put_margins_of_intake(Real* to, const moment& m,
                                          const growth_flows<Real>& now) const
    {
        if constexpr (intake_margins > 0) {
            *to++ = m.waits ? Real(m.asking - now.limits.decide) : Real(1);
            *to++ = m.waits ? m.prospects : Real(1);
        }
        return to;
    }

    template <class State>
    [[nodiscard]] constexpr State derivative(const moment& m, const State& x,
                                             const growth_flows<Real>& now) const
    {
        const auto of_both = now.derivative();
        State      change{};
        change.people    = of_both.people;
        change.customers = of_both.customers;
        if constexpr (brings_perceived<State, Real>) {
            if (m.reported) {
                const auto late  = m.delay > 0;
                const Real delay = select(late, m.delay, Real(1));
                change.perceived =
                    select(late, Real((m.retention * now.load - x.perceived) / delay), Real(0));
            }
        }
        if constexpr (brings_waiting<State, Real>) {
            if (m.waits) {
                const auto of_list = asked(m, now);
                change.waiting     = of_list.asked - of_list.started - of_list.given_up;
            }
        }
        if constexpr (brings_rookies<State, Real>)
            unless_neutral(workforce, [&](const auto& staff) {
                change.rookies = now.hired - staff.assimilated(x.rookies) -
                                 m.named.attrition * x.rookies;
                if constexpr (brings_juniors<State, Real>)
                    if constexpr (staged_workforce<std::remove_cvref_t<decltype(staff)>, Real>)
                        change.juniors = staff.assimilated(x.rookies) - staff.promoted(x.juniors) -
                                         m.named.attrition * x.juniors;
                unless_neutral(layoffs, [&](const auto& policy) { // as many of them as of all
                    const auto any   = x.people > 0;
                    const Real share = now.dismissed * (1 + policy.resignations_per_layoff) /
                                       select(any, Real(x.people), Real(1));
                    change.rookies = change.rookies - share * x.rookies;
                    if constexpr (brings_juniors<State, Real>)
                        change.juniors = change.juniors - share * x.juniors;
                });
            });
        unless_neutral(standard, [&](const auto& kept) {
            level_of_state(kept, change) = kept.rate(level_in(kept, x), m.pressure);
        });
        if constexpr (has_stocks)
            static_cast<typename Stocks::state_type&>(change) =
                stocks.rates(own_of(x), grown(x), now);
        if constexpr (brings_cash<State, Real>)
            unless_neutral(budget, [&](const auto& money) {
                change.cash = earnings_of(money, x, now.capacity, m.paid) -
                              money.cost_per_hire * now.hired;
                unless_neutral(layoffs, [&](const auto& policy) {
                    change.cash = change.cash - policy.severance * now.dismissed;
                });
            });
        return change;
    }

    /// Those of the growth model, if it has any.
    constexpr Real* put_size_margins(Real* to, const Real& t, const growth_state<Real>& x) const
    {
        std::fill_n(to, growth_margins, Real(1));
        visited(growth, [&](const auto& model) {
            if constexpr (requires { model.size_margins(t, x); }) {
                put_margins(to, model.size_margins(t, x));
            }
        });
        return to + growth_margins;
    }

    /// Cash at hand; 0 in a state without cash, where it is not used.
    template <class State>
    [[nodiscard]] static constexpr Real cash_in(const State& x)
    {
        if constexpr (brings_cash<State, Real>) {
            return x.cash;
        } else {
            return Real(0);
        }
    }

    /// Customers who wait; 0 in a state without them, where they are not used.
    template <class State>
    [[nodiscard]] static constexpr Real waiting_in_state(const State& x)
    {
        if constexpr (brings_waiting<State, Real>) {
            return x.waiting;
        } else {
            return Real(0);
        }
    }

    /// People who still learn; 0 in a state without them, where they are not used.
    template <class State>
    [[nodiscard]] static constexpr Real rookies_in(const State& x)
    {
        if constexpr (brings_rookies<State, Real>) {
            return x.rookies;
        } else {
            return Real(0);
        }
    }

    /// The number of a state that a standard brings to it.
    template <class Kept, class State>
    [[nodiscard]] static constexpr auto& level_of_state(const Kept&, State& x)
    {
        if constexpr (brings_capability_of_people<Kept>) {
            return x.capability;
        } else {
            return x.standard;
        }
    }

    template <class Kept, class State>
    [[nodiscard]] static constexpr Real level_in(const Kept& kept, const State& x)
    {
        return level_of_state(kept, x);
    }

    /// The level of whatever standard it has; 1 if it is fixed.
    template <class State>
    [[nodiscard]] constexpr Real level_in(const State& x) const
    {
        Real level(1);
        unless_neutral(standard, [&](const auto& kept) { level = level_in(kept, x); });
        return level;
    }

    /// People in their second stage of learning; 0 in a state without them, where they are not used.
    template <class State>
    [[nodiscard]] static constexpr Real juniors_in(const State& x)
    {
        if constexpr (brings_juniors<State, Real>) {
            return x.juniors;
        } else {
            return Real(0);
        }
    }

    template <class State>
    [[nodiscard]] static constexpr Real served_of(const State& x, const Real& capacity)
    {
        return least(Real(x.customers), capacity);
    }

    template <class Money, class State>
    [[nodiscard]] static constexpr Real earnings_of(const Money& money, const State& x,
                                                    const Real& capacity, const Real& paid)
    {
        return money.earnings(served_of(x, capacity), x.people, paid);
    }

    template <class Money, class State>
    [[nodiscard]] constexpr Real outlay_of(const Money& money, const State& x,
                                           const growth_flows<Real>& now, const Real& paid) const
    {
        Real spent = money.payroll(x.people, paid) + money.cost_per_hire * now.hired;
        unless_neutral(
            layoffs, [&](const auto& policy) { spent = spent + policy.severance * now.dismissed; });
        return spent;
    }
};

} // namespace orgscale::detail
