// The cost of the levers of a wall, compared with the wall without derivatives and with the run alone; and of a map of
// regions, with the distance of its boundaries from those of a map to a thousandth of the tolerance.
#include <algorithm>
#include <cmath>
#include <cstddef>
#include <limits>
#include <string>
#include <vector>

#include <benchmark/benchmark.h>

#include <orgscale/ensemble/on_threads.hpp>
#include <orgscale/orgscale.hpp>

namespace {

using namespace orgscale;

// Twelve levers: thirteen parameters, of which patience is infinite. Its wall is `serve`.
const linear_growth<frictionless> without_policy{.sales_rate           = 20,
                                                 .sales_per_person     = 0.5,
                                                 .hiring_rate          = 4,
                                                 .customers_per_person = 5,
                                                 .hiring_share         = 0.03,
                                                 .attrition            = 0.01,
                                                 .churn                = 0.01};

// Seventeen levers.
const linear_growth<hierarchy> firm{.governance           = {.span_of_control       = 7,
                                                             .control_retention     = 0.95,
                                                             .escalation            = 0.6,
                                                             .decisions_per_manager = 60,
                                                             .time_per_level        = 0.1},
                                    .sales_rate           = 20,
                                    .sales_per_person     = 0.5,
                                    .hiring_rate          = 30,
                                    .customers_per_person = 20,
                                    .hiring_share         = 0.03,
                                    .attrition            = 0.01,
                                    .churn                = 0.01};

// Twenty-two.
const network_growth<meritocracy> commons{.governance           = {.alignment            = 0.8,
                                                                   .autonomy             = 0.99,
                                                                   .peers                = 5,
                                                                   .time_per_peer        = 0.02,
                                                                   .decisions_per_person = 10,
                                                                   .core_decisions       = 50,
                                                                   .time_per_hop         = 0.05},
                                          .imitation            = 0.3,
                                          .potential            = 5e6,
                                          .participation        = 0.01,
                                          .customers_per_node   = 150,
                                          .hiring_rate          = 1,
                                          .customers_per_person = 50};

constexpr auto wall_of = [](const auto& model, const auto& start) {
    return scaling_wall(model, start, {.to = 240});
};

template <class Model>
void bare_run(benchmark::State& state, const Model& model, growth_state<> start)
{
    for (auto _ : state) {
        benchmark::DoNotOptimize(start);
        auto run = solve(model, start, {.to = 240});
        benchmark::DoNotOptimize(run);
    }
}

template <class Model>
void wall_alone(benchmark::State& state, const Model& model, growth_state<> start)
{
    for (auto _ : state) {
        benchmark::DoNotOptimize(start);
        auto found = wall_of(model, start);
        benchmark::DoNotOptimize(found);
    }
    state.counters["month"] = wall_of(model, start)->time;
}

/// The error is the deviation from Euler's theorem: elasticities of times less those of rates sum to 1.
template <class Model>
void wall_with_levers(benchmark::State& state, const Model& model, growth_state<> start)
{
    double sum = 0;
    for (auto _ : state) {
        benchmark::DoNotOptimize(start);
        auto found = levers(model, start, wall_of);
        benchmark::DoNotOptimize(found);
        sum = 0;
        for (const auto& one : found.by_effect) {
            const std::string unit = one.unit;
            if (unit == "time") sum += *one.elasticity;
            if (unit.ends_with("/time")) sum -= *one.elasticity;
        }
    }
    state.counters["error"] = std::abs(sum - 1);
}

constexpr growth_state<> staffed{.people = 20, .customers = 40};
constexpr growth_state<> few{.people = 10, .customers = 40};
constexpr growth_state<> founders{.people = 5, .customers = 100};

/// Customers after ten years of ranks and of peers who can hire ten people a month.
region_map ranks_or_peers(double tolerance, std::size_t threads)
{
    static const linear_growth<hierarchy>   ranks{.governance           = {.span_of_control = 7},
                                                  .sales_rate           = 10'000,
                                                  .hiring_rate          = 10,
                                                  .customers_per_person = 5};
    static const linear_growth<meritocracy> peers{.governance = {.peers = 5, .time_per_peer = 0.02},
                                                  .sales_rate = 10'000,
                                                  .hiring_rate          = 10,
                                                  .customers_per_person = 5};
    return regions(
        ranks, peers,
        [](const auto& one) {
            return reach(one, {.people = 10, .customers = 0}, {.to = 120}).state.customers;
        },
        {"governance.control_retention", 0.6, 1}, {"governance.alignment", 0, 1},
        {.tolerance = tolerance}, on_threads{threads});
}

/// The distance of a place from a line, in shares of the ranges.
double distance_from(const region_map::place& place, const std::vector<region_map::place>& line)
{
    double least = std::numeric_limits<double>::infinity();
    for (std::size_t i = 0; i + 1 < line.size(); ++i) {
        const double ax = line[i].across / 0.4, ay = line[i].up, x = place.across / 0.4 - ax,
                     dx = line[i + 1].across / 0.4 - ax, dy = line[i + 1].up - ay,
                     y     = place.up - ay;
        const double along = std::clamp((x * dx + y * dy) / (dx * dx + dy * dy), 0.0, 1.0);
        least              = std::min(least, std::hypot(x - along * dx, y - along * dy));
    }
    return least;
}

void map_of_regions(benchmark::State& state)
{
    const double tolerance = std::pow(10.0, -static_cast<double>(state.range(0)));
    region_map   map;
    for (auto _ : state) {
        map = ranks_or_peers(tolerance, static_cast<std::size_t>(state.range(1)));
        benchmark::DoNotOptimize(map);
    }
    const auto exact = ranks_or_peers(tolerance / 1000, 0);
    double     worst = 0;
    for (const auto& place : map.boundaries.at(0).line)
        worst = std::max(worst, distance_from(place, exact.boundaries.at(0).line));
    state.counters["error"] = worst;
    state.counters["runs"]  = 2 * static_cast<double>(map.evaluations);
}
BENCHMARK(map_of_regions)
    ->ArgsProduct({{2, 3, 4}, {1, 2}})
    ->Unit(benchmark::kMillisecond)
    ->UseRealTime();

BENCHMARK_CAPTURE(bare_run, twelve_levers, without_policy, staffed);
BENCHMARK_CAPTURE(wall_alone, twelve_levers, without_policy, staffed);
BENCHMARK_CAPTURE(wall_with_levers, twelve_levers, without_policy, staffed);
BENCHMARK_CAPTURE(bare_run, seventeen_levers, firm, few);
BENCHMARK_CAPTURE(wall_alone, seventeen_levers, firm, few);
BENCHMARK_CAPTURE(wall_with_levers, seventeen_levers, firm, few);
BENCHMARK_CAPTURE(bare_run, twenty_two_levers, commons, founders);
BENCHMARK_CAPTURE(wall_alone, twenty_two_levers, commons, founders);
BENCHMARK_CAPTURE(wall_with_levers, twenty_two_levers, commons, founders);

} // namespace

BENCHMARK_MAIN();
