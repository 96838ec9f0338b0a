#pragma once

// Uses everything in the library once, for a number type. Included after <orgscale/orgscale.hpp>, to show
// what that provides.

template <orgscale::real R>
using changing = orgscale::transition<orgscale::hierarchy<R>, orgscale::meritocracy<R>>;

/// A sum of results about one model.
template <class Model>
typename Model::real_type use_model(const Model& model)
{
    using Real       = typename Model::real_type;
    const auto start = typename Model::state_type{.people = 10, .customers = 100};
    const auto run   = orgscale::solve(model, start, {.to = 24});
    Real       sum   = run(Real(12)).customers + run.to();
    for (const auto& step : run) sum += step.state.customers;

    const auto counted = orgscale::solve(
        model, start, {.to = 24},
        orgscale::when([](Real, const auto& x) { return x.customers - 150; }, {.stop = true}),
        orgscale::when([](Real t, const auto&) { return t - 6; },
                       [](Real, auto x) {
                           x.customers += 10;
                           return x;
                       }));
    for (const auto& happened : counted.events()) sum += happened.after.customers;

    sum += orgscale::reach(model, start, {.to = 24}).state.customers;
    for (const auto& step : orgscale::steps(model, start)) {
        if (step.time > 24) break;
        sum += step.state.customers;
    }

    if (const auto wall = orgscale::scaling_wall(model, start, {.to = 24})) sum += wall->time;
    for (const auto& band : orgscale::bottlenecks(model, run)) sum += band.to;
    if (const auto when = orgscale::crossover(run, counted)) sum += when->time;
    if (const auto rate = orgscale::growth_order(run).rate) sum += static_cast<Real>(*rate);

    orgscale::for_each_parameter(model, [&](const auto&, const auto& line, const auto& value) {
        if (line.unit[0] == '-') sum += Real{value};
    });
    return sum;
}

/// The same for the other models, some from each folder.
template <class Real>
Real use_canon()
{
    using namespace orgscale;
    const bass<Real> demand{.innovation = Real(0.03), .imitation = Real(0.38), .potential = 5000};
    const logistic<Real> settled{.growth_rate = Real(0.5), .ceiling = 800};
    const auto desk = staff_for(queue_demand<Real>{.arrival_rate = Real(0.05), .service_time = 180},
                                service_goal<Real>{.share = Real(0.8), .within = 20});
    const self_service<Real>          answers{.found = Real(0.9)};
    const exponential_smoothing<Real> seen{.gain = Real(0.2)};
    const half_life<Real>             better{.halving_time = 6};
    const watchmaker<Real>            worker{.interruption = Real(0.01)};
    const functional_silos<Real>      desks{.functions = 3, .divergence = Real(0.1)};
    return solve(demand, 0, {.to = 10})(5) + solve(settled, 10, {.to = 10})(5) +
           desk->exact_agents + answers.share(100) + seen.variance_ratio() - better.rate(50) +
           worker.operations(10) + desks.decision_multiple(20);
}

template <class Real>
Real use_everything()
{
    using namespace orgscale;
    const linear_growth<hierarchy, Real> firm{
        .governance           = {.span_of_control = 7, .control_retention = Real(0.9)},
        .sales_rate           = 20,
        .hiring_rate          = 2,
        .customers_per_person = 9};
    const parallel_growth<frictionless, Real> offices{.sales_rate           = 9,
                                                      .units                = 3,
                                                      .contention           = Real(0.03),
                                                      .coherency            = Real(0.001),
                                                      .hiring_rate          = 2,
                                                      .customers_per_person = 9};
    const network_growth<changing, Real>      commons{
             .governance           = {.from     = {.span_of_control = 7},
                                      .to       = {.alignment = Real(0.8), .autonomy = Real(0.99)},
                                      .start    = 6,
                                      .duration = 12,
                                      .dip      = Real(0.2)},
             .imitation            = Real(0.2),
             .potential            = 5000,
             .participation        = Real(0.5),
             .customers_per_node   = 3,
             .hiring_rate          = 2,
             .customers_per_person = 9};

    const growth_state<Real> start{.people = 10, .customers = 100};
    return use_model(commons) + commons.asymptotic_growth_rate().rate +
           firm.derivative(0, start).people + offices.derivative(0, start).people +
           use_canon<Real>();
}

/// The hiring rate of the cheapest of a few organisations.
template <class Real>
Real use_design()
{
    using namespace orgscale;
    const linear_growth<hierarchy, Real> firm{.governance           = {.span_of_control = 7},
                                              .sales_rate           = 20,
                                              .hiring_rate          = 2,
                                              .customers_per_person = 9};
    const auto plan = design({.customers = 500, .by = 36}, firm, {.people = 10, .customers = 100},
                             {{"hiring_rate", 1, 50}}, {.sample = 8, .runs = 20});
    return plan.cheapest().value("hiring_rate");
}
