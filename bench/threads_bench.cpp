// Whole ensembles, including draws and quantile bands, on one thread and on two. Wall-clock time; the error
// is the relative error of a quantile.
//
//     threads_bench --benchmark_enable_random_interleaving=true --benchmark_repetitions=7
#include <cstddef>
#include <cstdint>

#include <benchmark/benchmark.h>

#include <orgscale/ensemble.hpp>
#include <orgscale/governance/hierarchy.hpp>
#include <orgscale/growth/bass.hpp>
#include <orgscale/growth/linear_growth.hpp>

namespace {

using namespace orgscale;

void firms(benchmark::State& state)
{
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
    const uncertain_model          study{firm,
                                         {vary("hiring_rate", uniform(20, 40)),
                                          vary("churn", uniform(0.01, 0.03)),
                                          vary("sales_rate", uniform(10, 30))}};
    const ensemble_options         options{.members = 50'000, .seed = 7, .to = 60};
    const on_threads               threads{static_cast<std::size_t>(state.range(0))};
    double                         error = 0;
    for (auto _ : state)
        error = ensemble(study, {.people = 10, .customers = 40}, options, threads).error();
    state.counters["error"] = error;
    state.SetItemsProcessed(state.iterations() * static_cast<std::int64_t>(options.members));
}

void markets(benchmark::State& state)
{
    const uncertain_model  study{bass<>{.innovation = 0.03, .imitation = 0.38, .potential = 1e6},
                                 {vary("innovation", uniform(0.01, 0.05)),
                                  vary("imitation", uniform(0.3, 0.5)),
                                  vary("potential", uniform(1e5, 1e6))}};
    const ensemble_options options{.members = 200'000, .seed = 7, .to = 15};
    const on_threads       threads{static_cast<std::size_t>(state.range(0))};
    double                 error = 0;
    for (auto _ : state) error = ensemble(study, 0.0, options, threads).error();
    state.counters["error"] = error;
    state.SetItemsProcessed(state.iterations() * static_cast<std::int64_t>(options.members));
}

} // namespace

BENCHMARK(firms)->ArgName("threads")->Arg(1)->Arg(2)->UseRealTime()->Unit(benchmark::kMillisecond);
BENCHMARK(markets)->ArgName("threads")->Arg(1)->Arg(2)->UseRealTime()->Unit(benchmark::kMillisecond);
BENCHMARK_MAIN();
