// What it costs to choose an organisation at run time: each of its kinds beside the type it stands for, with
// the same values.
//
//     organization_bench --benchmark_enable_random_interleaving=true --benchmark_repetitions=25
#include <algorithm>
#include <cmath>
#include <string>
#include <utility>
#include <vector>

#include <benchmark/benchmark.h>

#include <orgscale/compare/levers.hpp>
#include <orgscale/compare/scaling_wall.hpp>
#include <orgscale/ensemble/ensemble.hpp>
#include <orgscale/ensemble/uniform.hpp>
#include <orgscale/governance/hierarchy.hpp>
#include <orgscale/governance/meritocracy.hpp>
#include <orgscale/organization/composition.hpp>
#include <orgscale/organization/operated.hpp>
#include <orgscale/solve/solve.hpp>

namespace {

using namespace orgscale;

constexpr hierarchy<>   by_managers{.span_of_control       = 7,
                                    .control_retention     = 0.95,
                                    .escalation            = 0.6,
                                    .decisions_per_manager = 60,
                                    .time_per_level        = 0.1};
constexpr meritocracy<> by_peers{.alignment            = 0.8,
                                 .autonomy             = 0.9,
                                 .peers                = 5,
                                 .time_per_peer        = 0.02,
                                 .decisions_per_person = 10,
                                 .core_decisions       = 20,
                                 .time_per_hop         = 0.05};

template <template <class> class Governance>
linear_growth<Governance> line(const Governance<double>& governance)
{
    return {.governance           = governance,
            .sales_rate           = 20,
            .sales_per_person     = 0.5,
            .hiring_rate          = 30,
            .customers_per_person = 20,
            .hiring_share         = 0.03,
            .attrition            = 0.01,
            .churn                = 0.01};
}

template <template <class> class Governance>
parallel_growth<Governance> units(const Governance<double>& governance)
{
    return {.governance           = governance,
            .sales_rate           = 20,
            .sales_per_person     = 0.5,
            .units                = 4,
            .contention           = 0.03,
            .coherency            = 0.001,
            .hiring_rate          = 30,
            .customers_per_person = 20,
            .hiring_share         = 0.03,
            .attrition            = 0.01,
            .churn                = 0.01};
}

template <template <class> class Governance>
network_growth<Governance> network(const Governance<double>& governance)
{
    return {.governance           = governance,
            .imitation            = 0.3,
            .potential            = 5e6,
            .participation        = 0.01,
            .customers_per_node   = 150,
            .hiring_rate          = 1,
            .customers_per_person = 50};
}

operated<linear_growth<hierarchy>, dashboard, no_improvement, single_owner> watched()
{
    return {.growth      = line(by_managers),
            .observation = {.reporting_interval = 1, .delay_per_level = 0.5}};
}

/// The composition of a kind that has the values of a model.
template <class Model>
composition chosen(const Model& model, const std::string& growth, const std::string& governance,
                   const std::vector<std::string>& policies = {})
{
    const auto kind  = composition::of(growth, governance, policies);
    const auto known = parameters_of(kind);
    std::vector<std::pair<std::string, double>> values;
    for (const auto& one : parameters_of(model)) {
        const std::string name = one.name.starts_with("growth.") ? one.name.substr(7) : one.name;
        if (std::ranges::any_of(known, [&](const auto& line) { return line.name == name; }))
            values.emplace_back(name, one.value.value());
    }
    return kind.make(values);
}

constexpr growth_state<> start{.people = 10, .customers = 100};
constexpr double         horizon = 120;

template <class Model>
auto opened(const Model& model)
{
    if constexpr (requires { model.opening(start); }) {
        return model.opening(start);
    } else {
        return start;
    }
}

/// A run to its end; the error is that of its customers, against a run at a tolerance of 1e-13.
template <class Model>
void run_to_the_end(benchmark::State& state, const Model& model)
{
    auto   from    = opened(model);
    double reached = 0;
    for (auto _ : state) {
        benchmark::DoNotOptimize(from);
        reached = solve(model, from, {.to = horizon}).back().state.customers;
        benchmark::DoNotOptimize(reached);
    }
    const auto exact = solve(model, from, {.to = horizon, .relative = 1e-13, .absolute = 1e-13});
    state.counters["error"] = std::abs(reached / exact.back().state.customers - 1);
}

/// The levers of the date of its wall; the error is that of Euler's theorem: the elasticities of times less
/// those of rates sum to 1.
template <class Model>
void levers_of_its_wall(benchmark::State& state, const Model& model)
{
    auto   from = opened(model);
    double sum  = 0;
    for (auto _ : state) {
        benchmark::DoNotOptimize(from);
        const auto found = levers(model, from, [](const auto& org, const auto& first) {
            return scaling_wall(org, first, {.to = horizon});
        });
        sum              = 0;
        for (const auto& one : found.by_effect) {
            const std::string unit = one.unit;
            if (unit == "time") sum += one.elasticity.value_or(0);
            if (unit.ends_with("/time")) sum -= one.elasticity.value_or(0);
        }
        benchmark::DoNotOptimize(sum);
    }
    state.counters["error"] = std::abs(sum - 1);
}

/// The median of many members whose churn is uncertain; the error is that of the median, against the same
/// members at a tolerance of 1e-12.
template <class Model>
void ensemble_of_runs(benchmark::State& state, const Model& model)
{
    const std::vector<uncertain_parameter> churn{vary("churn", uniform(0.005, 0.03))};
    const auto                             median = [&](double tolerance) {
        const auto bands = ensemble(model, opened(model), churn,
                                                                {.members  = 1024,
                                                                 .seed     = 7,
                                                                 .to       = horizon,
                                                                 .outputs  = 25,
                                                                 .relative = tolerance,
                                                                 .absolute = tolerance});
        return bands.quantile(0.5, horizon)->customers;
    };
    double found = 0;
    for (auto _ : state) {
        found = median(1e-6);
        benchmark::DoNotOptimize(found);
    }
    state.counters["error"] = std::abs(found / median(1e-12) - 1);
    state.SetItemsProcessed(state.iterations() * 1024);
}

template <class Model>
void add(const std::string& name, const Model& model, const composition& org)
{
    const auto both = [&](const std::string& asked, auto ask) {
        benchmark::RegisterBenchmark((asked + '/' + name + "/type").c_str(),
                                     [=](benchmark::State& state) { ask(state, model); });
        benchmark::RegisterBenchmark((asked + '/' + name + "/composition").c_str(),
                                     [=](benchmark::State& state) { ask(state, org); });
    };
    both("solve", [](benchmark::State& state, const auto& one) { run_to_the_end(state, one); });
    both("levers", [](benchmark::State& state, const auto& one) { levers_of_its_wall(state, one); });
    if constexpr (requires { model.churn; })
        both("ensemble",
             [](benchmark::State& state, const auto& one) { ensemble_of_runs(state, one); });
}

template <template <class> class Governance>
void add_under(const std::string& governance, const Governance<double>& policy)
{
    const auto of = [&](const std::string& growth, const auto& model) {
        add(growth + '_' + governance, model, chosen(model, growth, governance));
    };
    of("linear", line(policy));
    of("parallel", units(policy));
    of("network", network(policy));
}

} // namespace

int main(int argc, char** argv)
{
    add_under("hierarchy", by_managers);
    add_under("meritocracy", by_peers);
    add("linear_hierarchy_dashboard", watched(),
        chosen(watched(), "linear", "hierarchy", {"dashboard"}));

    benchmark::Initialize(&argc, argv);
    if (benchmark::ReportUnrecognizedArguments(argc, argv)) return 1;
    benchmark::RunSpecifiedBenchmarks();
    benchmark::Shutdown();
}
