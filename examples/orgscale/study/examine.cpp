// Longer than others: one examination of a run, whose steps follow each other.

#include "study/examine.hpp"

#include <algorithm>
#include <cmath>
#include <optional>

#include <orgscale/compare/bottleneck.hpp>
#include <orgscale/compare/crossover.hpp>
#include <orgscale/compare/growth_order.hpp>
#include <orgscale/compare/journey.hpp>
#include <orgscale/compare/scaling_wall.hpp>
#include <orgscale/core/flows.hpp>
#include <orgscale/customer/exponential_wait.hpp>

#include "study/design_of.hpp"
#include "study/marks.hpp"
#include "study/run_to_end.hpp"
#include "study/side_by_side.hpp"

namespace program {

namespace {

using run_type = orgscale::trajectory<organisation_model>;

/// The share of its time that a customer gets; all of it unless the standard erodes.
double quality_of(const organisation_model& model, double time,
                  const organisation_model::state_type& x)
{
    return model.standard().visit([&](const auto& one) {
        if constexpr (requires { one.quality(x.standard, x.standard); }) {
            return one.quality(x.standard, model.pressure(time, x));
        } else {
            return 1.0;
        }
    });
}

/// What an hour of work achieves, over that at the start.
double capability_of(const organisation_model& model, const organisation_model::state_type& x)
{
    return model.standard().visit([&](const auto& one) {
        return requires { one.improvement(x.capability); } ? x.capability : 1.0;
    });
}

run_made run_of(const scenario& plan, const organisation& one)
{
    return run_to_end(one.model, plan.now, one.run_by, plan.time.horizon);
}

moment moment_of(const organisation_model& model, double time,
                 const organisation_model::state_type& x)
{
    return {.time       = time,
            .people     = x.people,
            .customers  = x.customers,
            .waiting    = x.waiting,
            .rookies    = x.rookies,
            .wait       = model.experience(time, x).wait,
            .quality    = quality_of(model, time, x),
            .capability = capability_of(model, x)};
}

std::vector<moment> read(const run_type& run, const std::vector<double>& times)
{
    std::vector<moment> all;
    auto                at = run.cursor();
    for (const double time : times) {
        if (time > run.to()) break;
        all.push_back(moment_of(run.model(), time, at(time)));
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
                                const run_type& run,
                                double organisation_model::state_type::* number)
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
    return wall_found{.at    = moment_of(run.model(), wall->time, wall->state),
                      .limit = wall->limit,
                      .cause = wall->cause};
}

std::optional<network_found> network_of(const organisation_model& model, double t, double customers)
{
    return model.visit([&](const auto& one) -> std::optional<network_found> {
        if constexpr (requires { one.asymptotic_growth_rate(); }) {
            const auto far = one.asymptotic_growth_rate();
            return network_found{one.self_service_ratio(t, customers), one.participation, far.rate,
                                 far.limit, one.potential};
        } else {
            return std::nullopt;
        }
    });
}

std::optional<parallel_found> parallel_of(const organisation_model& model)
{
    return model.visit([](const auto& one) -> std::optional<parallel_found> {
        if constexpr (requires { one.speed_up(); }) {
            return parallel_found{one.units, one.speed_up()};
        } else {
            return std::nullopt;
        }
    });
}

std::optional<list_found> list_of(const organisation_model& model, const std::vector<moment>& curve,
                                  double t, const organisation_model::state_type& x)
{
    if (!model.has_waiting_list()) return std::nullopt;
    const auto of_list = model.asked(t, x);
    return list_found{.gave_up = of_list.given_up / of_list.asked,
                      .longest = *std::max_element(curve.begin(), curve.end(),
                                                   [](const moment& one, const moment& other) {
                                                       return one.wait < other.wait;
                                                   })};
}

/// Whether the start of the run is one of the recorded figures, so that it is known and not assumed.
bool start_is_recorded(const scenario& plan)
{
    if (!plan.record) return false;
    const auto is_start = [&](const record& one) {
        return std::abs(plan.time.of_record(one.time)) < 1e-9 * plan.time.horizon;
    };
    return std::any_of(plan.record->customers.begin(), plan.record->customers.end(), is_start);
}

/// A stage is reached when it has lasted for its holding time; from the start on only where that is recorded.
std::vector<stage_reached> stages_of(const problem& all, const run_type& run)
{
    std::vector<stage_reached> reached;
    for (const auto& one : orgscale::journey(all.journey, run).reached) {
        const bool from_start = one.time <= all.journey.holding_time && start_is_recorded(all.plan);
        reached.push_back({one.stage, from_start ? 0 : one.time, one.lost, one.held});
    }
    return reached;
}

/// Over the steps of the run; between two of them it may be less by what a plot would not show.
money money_of(const run_made& made)
{
    const auto& run = made.run;
    money found{.cash = run.back().state.cash, .least = run.front().state.cash, .gone = made.gone};
    for (const auto& step : run) found.least = std::min(found.least, step.state.cash);
    return found;
}

std::optional<target_reached> target_of(const scenario& plan, const run_type& run)
{
    if (!plan.aim) return std::nullopt;
    const auto& aim  = *plan.aim;
    const auto  when = [&](const std::optional<double>& people,
                          const std::optional<double>& customers) {
        return first_with(run, people.value_or(0), customers.value_or(0));
    };
    const bool there = run.to() >= aim.by; // one that has ended has nobody
    const auto then  = run(std::min(aim.by, double{run.to()}));
    return target_reached{.people         = when(aim.people, {}),
                          .customers      = when({}, aim.customers),
                          .all            = when(aim.people, aim.customers),
                          .people_then    = there ? then.people : 0,
                          .customers_then = there ? then.customers : 0};
}

outcome describe_run(const problem& all, const organisation& one, const run_made& made)
{
    const auto&  plan  = all.plan;
    const auto&  run   = made.run;
    const auto&  model = one.model;
    const double last  = run.to();
    const auto   end   = run(last);

    outcome found{};
    found.which      = one.which;
    found.name       = one.name();
    found.complete   = made.complete();
    found.reason     = made.stopped ? out_of_money : orgscale::describe(run.reason());
    found.curve      = read(run, evenly(last, 480));
    found.marks      = read(run, marks_until(plan.time, plan.time.horizon));
    found.network    = network_of(model, last, end.customers);
    found.parallel   = parallel_of(model);
    found.list       = list_of(model, found.curve, last, end);
    found.run_by     = one.run_by;
    found.parameters = parameters_of(one);

    std::vector<double> years;
    for (double time = 0; time <= last; time += plan.time.per_year()) years.push_back(time);
    found.yearly = read(run, years);

    found.bands = bands_of(run);
    found.binds = found.bands.back().limit;
    if (found.binds == orgscale::growth_limit::serve)
        found.cause = orgscale::staffing_limit(model, last, end);

    if (found.complete) {
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
    found.stages     = stages_of(all, run);
    found.target     = target_of(plan, run);
    if (plan.promise) found.promise = keeping_of(plan, one);
    if (plan.tail && found.list)
        found.in_time = orgscale::exponential_wait<>{.mean = found.experience.wait}.share_within(
            plan.tail->within);
    if (one.run_by.funded) {
        found.funds             = money_of(made);
        found.cost_per_customer = model.cost_per_customer(last, end);
    } else if (plan.cost && end.customers > 0) {
        found.cost_per_customer = plan.cost->per_person * end.people / end.customers;
    }
    if (plan.record) {
        using state            = organisation_model::state_type;
        found.people_misfit    = misfit_to(plan.record->people, plan, run, &state::people);
        found.customers_misfit = misfit_to(plan.record->customers, plan, run, &state::customers);
    }
    return found;
}

} // namespace

outcome examine(const problem& all, const organisation& one)
{
    return describe_run(all, one, run_of(all.plan, one));
}

std::vector<outcome> examine_all(const problem& all)
{
    const auto                           count = all.compositions.size();
    std::vector<std::optional<run_made>> runs(count);
    std::vector<outcome>                 found(count);
    side_by_side(count, "compositions", [&](std::size_t n) {
        runs[n]  = run_of(all.plan, all.compositions[n]);
        found[n] = describe_run(all, all.compositions[n], *runs[n]);
    });

    const auto& as_it_is = runs[all.plan.now_is]->run;
    for (auto& one : found) {
        if (one.which == all.plan.now_is) continue;
        const auto& other = runs[one.which]->run;
        if (const auto when = orgscale::crossover(as_it_is, other))
            one.overtakes =
                overtaking{.own   = moment_of(other.model(), when->time, when->second),
                           .other = moment_of(as_it_is.model(), when->time, when->first)};
    }
    return found;
}

gist gist_of(const scenario& plan, const organisation& one)
{
    const auto  made = run_of(plan, one);
    const auto& run  = made.run;
    const auto  end  = run(run.to());
    gist        found{.complete  = made.complete(),
                      .wall      = {},
                      .limit     = {},
                      .people    = end.people,
                      .customers = end.customers,
                      .gone      = made.gone,
                      .target    = {}};
    if (plan.aim)
        found.target =
            first_with(run, plan.aim->people.value_or(0), plan.aim->customers.value_or(0));
    if (made.stopped) return found;
    if (const auto wall = wall_of(run)) {
        found.wall  = wall->at.time;
        found.limit = wall->limit;
    }
    return found;
}

} // namespace program
