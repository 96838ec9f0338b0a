// What it costs to choose an organisation at run time: each of its kinds beside the type it stands for, with
// the same values. organization_ensemble_bench.cpp and organization_levers_bench.cpp ask the same of ensembles and
// levers.
//
//     organization_bench --benchmark_enable_random_interleaving=true --benchmark_repetitions=25
#include <cmath>
#include <string>

#include <benchmark/benchmark.h>

#include <orgscale/solve/solve.hpp>

#include "organizations.hpp"

namespace {

using namespace orgscale;
using namespace orgscale::bench;

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

} // namespace

int main(int argc, char** argv)
{
    for_each_organisation([](const std::string& name, const auto& org) {
        benchmark::RegisterBenchmark(("solve/" + name).c_str(),
                                     [=](benchmark::State& state) { run_to_the_end(state, org); });
    });

    benchmark::Initialize(&argc, argv);
    if (benchmark::ReportUnrecognizedArguments(argc, argv)) return 1;
    benchmark::RunSpecifiedBenchmarks();
    benchmark::Shutdown();
}
