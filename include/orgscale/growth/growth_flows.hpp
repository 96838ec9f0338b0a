#pragma once

#include <array>
#include <cstddef>

#include <orgscale/core/select.hpp>
#include <orgscale/growth/growth_limits.hpp>
#include <orgscale/growth/growth_state.hpp>

namespace orgscale {

/// The flows into and out of an organisation, and the limits that set them. Both the derivative and the
/// diagnosis are computed from these, so they cannot disagree.
template <real Real = double>
struct growth_flows {
    growth_limits<Real> limits;
    Real                capacity;     ///< customers that can be served         [customers]
    Real                load;         ///< customers to staff for               [customers]
    Real                demand;       ///< inflow if only `sell` limited it     [customers/time]
    Real                won;          ///< decision_quality * min(sell, decide) [customers/time]
    Real                inflow;       ///< min(won, serve)                      [customers/time]
    Real                lost;         ///< customers who leave                  [customers/time]
    Real                hired;        ///< min(recruit, need)                   [people/time]
    Real                left;         ///< people who leave, dismissed or not   [people/time]
    Real                dismissed{0}; ///< of these, people dismissed       [people/time]

    /// How far each change of what binds is, negative beyond it; the solver ends its steps there.
    std::array<Real, 9> margins{};
    /// The margin of `need`: the people to hire, or if negative too many to keep [people/time].
    static constexpr std::size_t of_need = 7;

    [[nodiscard]] constexpr growth_state<Real> derivative() const
    {
        return {.people = hired - left, .customers = inflow - lost};
    }

    /// The limit that binds the inflow of customers; of equal ones, the one closer to demand.
    [[nodiscard]] constexpr growth_limit bottleneck() const
        requires ordered_real<Real>
    {
        if (limits.serve < won) return growth_limit::serve;
        return limits.decide < limits.sell ? growth_limit::decide : growth_limit::sell;
    }

    /// The limit that binds hiring; of equal ones, `need`.
    [[nodiscard]] constexpr growth_limit staffing() const
        requires ordered_real<Real>
    {
        return limits.recruit < limits.need ? growth_limit::recruit : growth_limit::need;
    }
};

/// The conditions of a growth model at a time and state, from which its flows follow.
template <real Real = double>
struct growth_conditions {
    Real sell;              ///< customers that can be won           [customers/time]
    Real recruit;           ///< people who can be hired             [people/time]
    Real per_head;          ///< customers one person serves         [customers/person]
    Real peers;             ///< customers served by other customers [customers]
    Real decision_capacity; ///< decisions that can be made          [1/time]
    Real decision_delay;    ///< D, from question to answer          [time]
    Real decision_quality;  ///< share of what could be won that decisions win, [0, 1]   [-]

    /// Customers that n people and the peers can serve [customers].
    [[nodiscard]] constexpr Real capacity(const Real& people) const
    {
        return people * per_head + peers;
    }
};

/// How the equations of growth are modified by nothing: those who hire see the load as it is, all people are
/// productive, and customers are taken on when they are won. A model in operation replaces it.
struct as_planned {
    /// The load that those who hire perceive [customers].
    template <real Real>
    [[nodiscard]] constexpr const Real& perceived(const Real& load) const
    {
        return load;
    }

    /// The people at work, in experienced people [people].
    template <real Real>
    [[nodiscard]] constexpr const Real& at_work(const Real& people) const
    {
        return people;
    }

    /// The customers won by the time people hired now can serve [customers].
    template <class Model, real Real>
    [[nodiscard]] constexpr Real ahead(const Model& model, const Real& won, const Real&,
                                       const Real& delay) const
    {
        return won * (model.hiring_time + model.onboarding_time + 2 * delay);
    }
};

/// The equations that all growth models share.
///
///     capacity         = people · per_head + peers
///     won              = decision_quality · min(sell, decide)
///     decide           = max(0, decision_capacity - υ · customers) / d
///     serve            = max(0, capacity - customers) / (τo + D)
///     load             = max(0, customers + won (τh + τo + 2 D) - peers)
///     wanted           = max(n0, perceived load / per_head)
///     need             = max(0, δ · people + (wanted - people) / (τh + D))
///     d customers/dt   = min(won, serve) - χ · customers - max(0, customers - capacity) / patience
///     d people/dt      = min(recruit, need) - δ · people
///
/// The load is the number of customers expected by the time people hired now can serve. Nobody is
/// dismissed: an oversized staff shrinks by attrition. `operated` modifies the people at work, the customers expected and
/// the load perceived by those who hire (see as_planned).
template <class Model, real Real, class Operation = as_planned>
[[nodiscard]] constexpr growth_flows<Real> flows_of(const Model&                   model,
                                                    const growth_conditions<Real>& now,
                                                    const growth_state<Real>&      x,
                                                    const Operation&               operation = {})
{
    const Real zero(0);
    const Real delay    = now.decision_delay;
    const Real capacity = now.capacity(operation.at_work(x.people));

    const Real undecided = now.decision_capacity - model.upkeep_decisions * x.customers;
    const Real decide    = greatest(undecided, zero) / model.decisions_per_customer;
    const Real room      = capacity - x.customers;
    const Real serve     = greatest(room, zero) / (model.onboarding_time + delay);
    const Real won       = now.decision_quality * least(now.sell, decide);

    const Real expected = x.customers + operation.ahead(model, won, decide, delay) - now.peers;
    const Real load     = greatest(expected, zero);
    const Real needed   = operation.perceived(load) / now.per_head;
    const Real wanted   = greatest(needed, Real{model.core_people});
    const Real left     = model.attrition * x.people;
    const Real open     = left + (wanted - x.people) / (model.hiring_time + delay);
    const Real need     = greatest(open, zero);

    const Real unserved = greatest(Real(x.customers - capacity), zero);
    return {.limits   = {now.sell, decide, serve, now.recruit, need},
            .capacity = capacity,
            .load     = load,
            .demand   = now.decision_quality * now.sell,
            .won      = won,
            .inflow   = least(won, serve),
            .lost     = model.churn * x.customers + unserved / model.patience,
            .hired    = least(now.recruit, need),
            .left     = left,
            .margins  = {now.sell - decide, undecided, won - serve, room, expected,
                         needed - model.core_people, now.recruit - need, open, x.people - 1}};
}

} // namespace orgscale
