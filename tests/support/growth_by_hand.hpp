#pragma once

#include <algorithm>
#include <cmath>
#include <limits>

#include <random_numbers.hpp>

#include <orgscale/core/flows.hpp>
#include <orgscale/core/governance_policy.hpp>
#include <orgscale/governance/hierarchy.hpp>
#include <orgscale/governance/meritocracy.hpp>
#include <orgscale/governance/transition.hpp>

// The equations of the growth models written again independently, in plain doubles, for comparison in tests.

/// Whether two numbers agree within the roundings of terms of the size of `scale`: some twenty operations.
inline bool near(double a, double b, double scale)
{
    return a == b || std::abs(a - b) <= 64 * std::numeric_limits<double>::epsilon() * scale;
}

/// The parts that differ between the models.
struct growth_inputs {
    double people, customers;
    double sell, recruit, per_head, peers;
    double decision_capacity, decision_delay, decision_quality;
};

struct growth_rates {
    double sell, decide, serve, recruit, need;
    double capacity, demand, won, inflow, lost, hired, left;
    double customers_scale, people_scale; ///< size of the terms that may cancel
};

template <class Model>
growth_rates by_hand(const Model& model, const growth_inputs& in)
{
    const double per_decision = model.decisions_per_customer, upkeep = model.upkeep_decisions;
    const double onboarding = model.onboarding_time, hiring = model.hiring_time;
    const double delay = in.decision_delay;

    growth_rates out{};
    out.sell     = in.sell;
    out.recruit  = in.recruit;
    out.capacity = in.people * in.per_head + in.peers;
    out.decide   = std::max(0.0, in.decision_capacity - upkeep * in.customers) / per_decision;
    out.serve    = std::max(0.0, out.capacity - in.customers) / (onboarding + delay);
    out.demand   = in.decision_quality * out.sell;
    out.won      = in.decision_quality * std::min(out.sell, out.decide);

    const double wanted = std::max<double>(
        model.core_people,
        std::max(0.0, in.customers + out.won * (hiring + onboarding + 2 * delay) - in.peers) /
            in.per_head);
    out.left = model.attrition * in.people;
    out.need = std::max(0.0, model.attrition * in.people + (wanted - in.people) / (hiring + delay));

    out.inflow = std::min(out.won, out.serve);
    out.lost   = model.churn * in.customers +
               std::max(0.0, in.customers - out.capacity) / model.patience;
    out.hired = std::min(out.recruit, out.need);

    out.customers_scale =
        out.won + (out.capacity + in.customers) * (1 / onboarding + 1 / model.patience) +
        model.churn * in.customers +
        (std::isinf(in.decision_capacity) ? 0 : in.decision_capacity / per_decision) +
        upkeep * in.customers / per_decision;
    out.people_scale = out.left +
                       (in.people + wanted + (in.customers + in.peers) / in.per_head) / hiring;
    return out;
}

/// Whether the model's flows agree with the equations written here.
template <class Flows>
bool agree(const Flows& flows, const growth_rates& hand)
{
    const double c = hand.customers_scale;
    const double n = hand.people_scale;
    const auto   x = flows.derivative();
    return near(flows.limits.sell, hand.sell, hand.sell) &&
           near(flows.limits.decide, hand.decide, c) && near(flows.limits.serve, hand.serve, c) &&
           near(flows.limits.recruit, hand.recruit, hand.recruit) &&
           near(flows.limits.need, hand.need, n) &&
           near(flows.capacity, hand.capacity, hand.capacity) &&
           near(flows.demand, hand.demand, hand.demand) && near(flows.won, hand.won, c) &&
           near(flows.inflow, hand.inflow, c) && near(flows.lost, hand.lost, c) &&
           near(flows.hired, hand.hired, n) && near(flows.left, hand.left, n) &&
           near(x.customers, hand.inflow - hand.lost, c) &&
           near(x.people, hand.hired - hand.left, n);
}

/// Whether the model's bottleneck is the limit that determines the flow.
template <class Model, class State>
bool diagnosis_agrees(const Model& model, double t, const State& x)
{
    using limit      = typename Model::limit;
    const auto flows = model.flows(t, x);
    const auto named = bottleneck(model, t, x);
    const auto staff = staffing_limit(model, t, x);
    const auto rates = limits(model, t, x);

    const double quality = rates.sell > 0 ? flows.demand / rates.sell : 1;
    const bool   customers_agree =
        (named == limit::sell && near(flows.inflow, quality * rates.sell, flows.inflow) &&
         rates.sell <= rates.decide) ||
        (named == limit::decide && near(flows.inflow, quality * rates.decide, flows.inflow) &&
         rates.decide < rates.sell) ||
        (named == limit::serve && flows.inflow == rates.serve && rates.serve < flows.won);
    const bool people_agree = (staff == limit::recruit && flows.hired == rates.recruit) ||
                              (staff == limit::need && flows.hired == rates.need);
    const auto change = model.derivative(t, x);
    return customers_agree && people_agree && model.bottleneck(t, x) == named &&
           inflow(model, t, x) == flows.inflow && demand(model, t, x) == flows.demand &&
           change.customers == flows.inflow - flows.lost &&
           change.people == flows.hired - flows.left;
}

/// A user-defined policy whose decisions are sometimes wrong and take time.
template <class Real>
struct fallible {
    using real_type = Real;
    Real productive_share(const Real& people) const { return 1 / (1 + people / 1000); }
    Real realized_effort(const Real&) const { return Real(0.875); }
    Real decision_capacity(const Real& people) const { return 10 + people / 4; }
    Real decision_delay(const Real& people) const { return people / 500; }
    Real decision_quality(const Real& people) const { return (1 + people) / (2 + people); }
};

template <orgscale::real Real>
using reform = orgscale::transition<orgscale::hierarchy<Real>, orgscale::meritocracy<Real>>;

// Random policies, with each effect present in some draws and absent in others.

inline orgscale::hierarchy<> drawn_hierarchy(random_numbers& draw)
{
    const double span = draw.between(2, 15);
    return {.span_of_control       = span,
            .control_retention     = draw.one_in(3) ? 1 : draw.between(1.01 / span, 1),
            .escalation            = draw.one_in(4) ? 1 : draw.between(0, 1),
            .decisions_per_manager = draw.one_in(4) ? orgscale::infinity<double>()
                                                    : draw.magnitude(0.01, 1000),
            .time_per_level        = draw.one_in(3) ? 0 : draw.between(0, 2)};
}

inline orgscale::meritocracy<> drawn_meritocracy(random_numbers& draw)
{
    const double peers = draw.between(1.5, 12);
    return {.alignment            = draw.between(0, 1),
            .autonomy             = draw.one_in(4) ? 1 : draw.between(0, 1),
            .peers                = peers,
            .time_per_peer        = draw.one_in(3) ? 0 : draw.between(0, 0.99 / peers),
            .decisions_per_person = draw.one_in(4) ? orgscale::infinity<double>()
                                                   : draw.magnitude(0.001, 100),
            .core_decisions       = draw.one_in(4) ? orgscale::infinity<double>()
                                                   : draw.magnitude(0.1, 1000),
            .time_per_hop         = draw.one_in(3) ? 0 : draw.between(0, 1)};
}

inline reform<double> drawn_reform(random_numbers& draw)
{
    return {.from     = drawn_hierarchy(draw),
            .to       = drawn_meritocracy(draw),
            .start    = draw.between(-5, 10),
            .duration = draw.between(1, 20),
            .dip      = draw.between(0, 0.9)};
}

/// Draws the parameters that all growth models share; the others are unchanged.
template <class Model>
Model with_drawn_staffing(random_numbers& draw, Model model)
{
    model.hiring_rate            = draw.magnitude(0.01, 100);
    model.customers_per_person   = draw.magnitude(0.1, 1e4);
    model.hiring_share           = draw.one_in(2) ? 0 : draw.between(0, 1);
    model.decisions_per_customer = draw.magnitude(0.01, 100);
    model.upkeep_decisions       = draw.one_in(2) ? 0 : draw.magnitude(1e-5, 1);
    model.onboarding_time        = draw.magnitude(0.05, 5);
    model.hiring_time            = draw.magnitude(0.05, 5);
    model.attrition              = draw.one_in(2) ? 0 : draw.between(0, 0.5);
    model.churn                  = draw.one_in(2) ? 0 : draw.between(0, 0.5);
    model.patience    = draw.one_in(2) ? orgscale::infinity<double>() : draw.magnitude(0.1, 100);
    model.core_people = draw.one_in(2) ? 0 : draw.magnitude(0.1, 1e4);
    return model;
}

/// A policy's values as the models use them: at max(people, 1), with decisions in proportion below one
/// person.
struct asked_of_policy {
    double effort, decision_capacity, decision_delay, decision_quality;
};

template <class Policy>
asked_of_policy asked(const Policy& governance, double t, double people)
{
    const auto   policy = orgscale::policy_at(governance, t);
    const double n      = std::max(people, 1.0);
    const double all    = policy.decision_capacity(n);
    return {.effort            = policy.productive_share(n) * policy.realized_effort(n),
            .decision_capacity = std::isinf(all) ? all : std::min(people, 1.0) * all,
            .decision_delay    = policy.decision_delay(n),
            .decision_quality  = orgscale::decision_quality(policy, n)};
}
