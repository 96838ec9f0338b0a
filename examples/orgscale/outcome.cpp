#include "outcome.hpp"

#include <algorithm>
#include <cmath>

#include <orgscale/compare/bottleneck.hpp>
#include <orgscale/compare/crossover.hpp>
#include <orgscale/compare/growth_order.hpp>
#include <orgscale/compare/journey.hpp>
#include <orgscale/compare/scaling_wall.hpp>
#include <orgscale/core/flows.hpp>
#include <orgscale/solve/solve.hpp>

#include "designs.hpp"

namespace plan {

namespace {

using run_type = orgscale::trajectory<composition>;

run_type run_of(const scenario& plan, const composition& model)
{
    return orgscale::solve(model, model.opening(plan.now), {.to = plan.time.horizon});
}

std::vector<moment> read(const run_type& run, const std::vector<double>& times)
{
    std::vector<moment> all;
    auto                at = run.cursor();
    for (const double time : times) {
        if (time > run.to()) break;
        const auto x = at(time);
        all.push_back({time, x.people, x.customers});
    }
    return all;
}

std::vector<double> evenly(double to, std::size_t parts)
{
    std::vector<double> times;
    for (std::size_t i = 0; i < parts; ++i)
        times.push_back(to * static_cast<double>(i) / static_cast<double>(parts));
    times.push_back(to);
    return times;
}

std::optional<misfit> misfit_to(const std::vector<record>& records, const scenario& plan,
                                const run_type& run, double composition::state_type::* number)
{
    std::vector<record> reached;
    std::vector<double> values;
    auto                at = run.cursor();
    for (const auto& one : records) {
        const double time = plan.time.of_record(one.time);
        if (time > run.to()) continue;
        reached.push_back(one);
        values.push_back(at(time).*number);
    }
    return misfit_of(reached, values);
}

std::vector<band> bands_of(const run_type& run)
{
    std::vector<band> bands;
    for (const auto& one : orgscale::bottlenecks(run.model(), run))
        bands.push_back({one.from, one.to, one.limit});
    return bands;
}

std::optional<wall_found> wall_of(const run_type& run)
{
    const auto wall = orgscale::scaling_wall(run.model(), run);
    if (!run.complete() || !wall) return std::nullopt;
    return wall_found{.at    = {wall->time, wall->state.people, wall->state.customers},
                      .limit = wall->limit,
                      .cause = wall->cause};
}

std::vector<stage_reached> stages_of(const scenario& plan, const run_type& run)
{
    std::vector<stage_reached> all;
    for (const auto& one : orgscale::journey(plan.journey, run).reached)
        all.push_back({one.stage, one.time, one.lost, one.held});
    return all;
}

/// Over the steps of the run; between two of them it may be less by what a plot would not show.
money money_of(const run_type& run)
{
    money found{.cash = run.back().state.cash, .least = run.front().state.cash, .gone = {}};
    for (const auto& step : run) {
        found.least = std::min(found.least, step.state.cash);
        if (step.state.cash < 0 && !found.gone) found.gone = step.time;
    }
    return found;
}

outcome describe_run(const scenario& plan, const run_type& run)
{
    const auto&  model = run.model();
    const double last  = run.to();
    const auto   end   = run(last);

    outcome found{};
    found.which      = *composition_named(model.name());
    found.name       = model.name();
    found.complete   = run.complete();
    found.reason     = orgscale::describe(run.reason());
    found.curve      = read(run, evenly(last, 480));
    found.marks      = read(run, marks_until(plan, plan.time.horizon));
    found.network    = model.network(last, end.customers);
    found.parallel   = model.parallel();
    found.parameters = model.parameters();

    std::vector<double> years;
    for (double time = 0; time <= last; time += plan.time.per_year()) years.push_back(time);
    found.yearly = read(run, years);

    found.bands = bands_of(run);
    found.binds = found.bands.back().limit;
    if (found.binds == orgscale::growth_limit::serve)
        found.cause = orgscale::staffing_limit(model, last, end);

    if (run.complete()) {
        found.wall       = wall_of(run);
        const auto shape = orgscale::growth_order(run);
        found.growth     = {.kind     = orgscale::name(shape.kind),
                            .order    = shape.order,
                            .exponent = shape.exponent,
                            .rate     = shape.rate,
                            .ceiling  = shape.ceiling};
    } else {
        found.growth.kind = orgscale::name(orgscale::growth_kind::undetermined);
    }

    found.experience = model.experience(last, end);
    found.taken_on   = orgscale::inflow(model, last, end) / orgscale::demand(model, last, end);
    found.stages     = stages_of(plan, run);
    if (plan.promise) found.promise = keeping_of(plan, model);
    if (model.run_by().funded) {
        found.funds             = money_of(run);
        found.cost_per_customer = model.cost_per_customer(last, end);
    } else if (plan.cost && end.customers > 0) {
        found.cost_per_customer = plan.cost->per_person * end.people / end.customers;
    }
    if (plan.record) {
        using state            = composition::state_type;
        found.people_misfit    = misfit_to(plan.record->people, plan, run, &state::people);
        found.customers_misfit = misfit_to(plan.record->customers, plan, run, &state::customers);
    }
    return found;
}

} // namespace

const stage_reached* outcome::stage() const
{
    const stage_reached* at = nullptr;
    for (const auto& one : stages)
        if (one.held) at = &one;
    return at;
}

std::vector<double> marks_until(const scenario& plan, double end)
{
    std::vector<double> marks;
    for (const double years : {1.0, 2.0, 5.0, 10.0})
        if (years * plan.time.per_year() < end) marks.push_back(years * plan.time.per_year());
    marks.push_back(end);
    return marks;
}

outcome examine(const scenario& plan, const composition& model)
{
    return describe_run(plan, run_of(plan, model));
}

std::vector<outcome> examine_all(const scenario& plan)
{
    std::vector<run_type> runs;
    std::vector<outcome>  found;
    for (const auto& model : plan.compositions) {
        runs.push_back(run_of(plan, model));
        found.push_back(describe_run(plan, runs.back()));
    }

    const auto& as_it_is = runs[plan.now_is];
    for (auto& one : found) {
        if (one.which == plan.now_is) continue;
        if (const auto when = orgscale::crossover(as_it_is, runs[one.which]))
            one.overtakes =
                overtaking{.own   = {when->time, when->second.people, when->second.customers},
                           .other = {when->time, when->first.people, when->first.customers}};
    }
    return found;
}

gist gist_of(const scenario& plan, const composition& model)
{
    const auto run = run_of(plan, model);
    gist       found{
              .complete = run.complete(), .wall = {}, .limit = {}, .customers = run(run.to()).customers};
    if (const auto wall = wall_of(run)) {
        found.wall  = wall->at.time;
        found.limit = wall->limit;
    }
    return found;
}

} // namespace plan
