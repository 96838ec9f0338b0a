// What it costs to choose an organisation at run time where its levers are asked for: each of its kinds beside
// the type it stands for, with the same values.
//
//     organization_levers_bench --benchmark_enable_random_interleaving=true --benchmark_repetitions=25
#include <cmath>
#include <string>

#include <benchmark/benchmark.h>

#include <orgscale/compare/levers.hpp>
#include <orgscale/compare/scaling_wall.hpp>

#include "organizations.hpp"

namespace {

using namespace orgscale;
using namespace orgscale::bench;

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

} // namespace

int main(int argc, char** argv)
{
    for_each_organisation([](const std::string& name, const auto& org) {
        benchmark::RegisterBenchmark(("levers/" + name).c_str(), [=](benchmark::State& state) {
            levers_of_its_wall(state, org);
        });
    });

    benchmark::Initialize(&argc, argv);
    if (benchmark::ReportUnrecognizedArguments(argc, argv)) return 1;
    benchmark::RunSpecifiedBenchmarks();
    benchmark::Shutdown();
}
