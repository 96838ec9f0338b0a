// What it costs to choose an organisation at run time where many runs are asked for: each of its kinds beside
// the type it stands for, with the same values.
//
//     organization_ensemble_bench --benchmark_enable_random_interleaving=true --benchmark_repetitions=25
#include <cmath>
#include <string>
#include <vector>

#include <benchmark/benchmark.h>

#include <orgscale/ensemble/ensemble.hpp>
#include <orgscale/ensemble/uniform.hpp>

#include "organizations.hpp"

namespace {

using namespace orgscale;
using namespace orgscale::bench;

/// The median of many members whose churn is uncertain; the error is that of the median, against the same
/// members at a tolerance of 1e-12.
template <class Model>
void ensemble_of_runs(benchmark::State& state, const Model& model)
{
    constexpr bool                         is_operated = requires { model.growth; };
    const std::vector<uncertain_parameter> churn{
        vary(is_operated ? "growth.churn" : "churn", uniform(0.005, 0.03))};
    const auto median = [&](double tolerance) {
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

} // namespace

int main(int argc, char** argv)
{
    for_each_organisation([](const std::string& name, const auto& org) {
        benchmark::RegisterBenchmark(("ensemble/" + name).c_str(), [=](benchmark::State& state) {
            ensemble_of_runs(state, org);
        });
    });

    benchmark::Initialize(&argc, argv);
    if (benchmark::ReportUnrecognizedArguments(argc, argv)) return 1;
    benchmark::RunSpecifiedBenchmarks();
    benchmark::Shutdown();
}
