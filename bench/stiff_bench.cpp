// Runs whose steps are bounded by stability: 1500 organisations of four kinds with time constants from 1e-5 to
// 1 (log-uniform) over up to 1200, and 150 ordinary ones (0.1 to 3) to 1e6. Every other number is drawn
// likewise, see `organisations`. The error is that of people and customers at the end, over 1 or their number,
// against a run at 1e-12; `complete` counts the runs that reach their end. Two of the 150 grow beyond all
// numbers, so 148 can.
#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <random>
#include <vector>

#include <benchmark/benchmark.h>

#include <orgscale/governance/frictionless.hpp>
#include <orgscale/governance/hierarchy.hpp>
#include <orgscale/governance/meritocracy.hpp>
#include <orgscale/growth/linear_growth.hpp>
#include <orgscale/growth/network_growth.hpp>
#include <orgscale/growth/parallel_growth.hpp>
#include <orgscale/solve/reach.hpp>

namespace {

using namespace orgscale;

class dice {
public:
    explicit dice(std::uint64_t seed) : generator_{seed} {}

    double share() { return std::uniform_real_distribution<double>{0, 1}(generator_); }
    double between(double low, double high) { return low * std::pow(high / low, share()); }
    bool   chance(double odds) { return share() < odds; }
    double between_or_none(double odds, double low, double high)
    {
        const double value = between(low, high);
        return chance(odds) ? 0 : value;
    }

private:
    std::mt19937_64 generator_;
};

struct span {
    double low, high;
};

/// The numbers that all growth models share.
template <class Model>
void staff(Model& model, dice& d, const span& times)
{
    model.hiring_rate          = d.chance(0.15) ? infinity<double>() : d.between(0.1, 1e3);
    model.customers_per_person = d.between(1, 1000);
    model.hiring_share         = d.between_or_none(0.5, 0.001, 0.3);
    model.onboarding_time      = d.between(times.low, times.high);
    model.hiring_time          = d.between(times.low, times.high);
    model.attrition            = d.between_or_none(0.2, 0.001, 0.2);
    model.churn                = d.between_or_none(0.2, 0.001, 0.2);
    model.patience    = d.chance(0.5) ? infinity<double>() : d.between(times.low, 10 * times.high);
    model.core_people = d.between_or_none(0.6, 1, 10);
}

/// use(model, start, end) for each organisation.
template <class Use>
void organisations(int count, const span& times, const span& ends, const Use& use)
{
    dice d{5};
    for (int i = 0; i < count; ++i) {
        const growth_state<> start{.people = d.between(1, 50), .customers = d.between(0.3, 1000)};
        const double         end = d.between(ends.low, ends.high);
        if (i % 4 == 0) {
            linear_growth<frictionless> firm{.sales_rate       = d.between_or_none(0.2, 0.1, 100),
                                             .sales_per_person = d.between_or_none(0.3, 0.01, 1),
                                             .hiring_rate      = 1,
                                             .customers_per_person = 1};
            staff(firm, d, times);
            use(firm, start, end);
        } else if (i % 4 == 1) {
            linear_growth<meritocracy> firm{.governance       = {.alignment     = 0.3 + 0.7 * d.share(),
                                                                 .autonomy      = 0.2 + 0.7 * d.share(),
                                                                 .peers         = 2 + 8 * d.share(),
                                                                 .time_per_peer = d.between(1e-3, 0.05),
                                                                 .decisions_per_person = d.between(1, 100),
                                                                 .core_decisions = d.between(1, 500),
                                                                 .time_per_hop   = d.between(1e-3, 0.1)},
                                            .sales_rate       = d.between_or_none(0.2, 0.1, 100),
                                            .sales_per_person = d.between_or_none(0.3, 0.01, 1),
                                            .hiring_rate      = 1,
                                            .customers_per_person   = 1,
                                            .decisions_per_customer = d.between(0.1, 3),
                                            .upkeep_decisions = d.between_or_none(0.3, 0.01, 0.3)};
            staff(firm, d, times);
            use(firm, start, end);
        } else if (i % 4 == 2) {
            network_growth<frictionless> network{.innovation  = d.between(1e-4, 0.05),
                                                 .imitation   = d.between_or_none(0.2, 0.01, 0.5),
                                                 .potential   = d.between(100, 1e6),
                                                 .hiring_rate = 1,
                                                 .customers_per_person = 1};
            staff(network, d, times);
            use(network, start, end);
        } else {
            parallel_growth<hierarchy> units{
                .governance           = {.span_of_control       = 3 + 9 * d.share(),
                                         .control_retention     = 0.8 + 0.2 * d.share(),
                                         .escalation            = 0.1 + 0.8 * d.share(),
                                         .decisions_per_manager = d.between(10, 500),
                                         .time_per_level        = d.between(1e-3, 0.3)},
                .sales_rate           = d.between_or_none(0.2, 0.1, 100),
                .units                = std::floor(1 + 20 * d.share()),
                .coherency            = d.between_or_none(0.3, 1e-4, 0.05),
                .hiring_rate          = 1,
                .customers_per_person = 1};
            staff(units, d, times);
            use(units, start, end);
        }
    }
}

void runs(benchmark::State& state, int count, const span& times, const span& ends)
{
    int complete = 0, step_limit = 0;
    for (auto _ : state) {
        complete = step_limit = 0;
        organisations(count, times, ends, [&](const auto& model, const auto& start, double end) {
            const auto arrived = reach(model, start, {.to = end});
            complete += arrived.complete() ? 1 : 0;
            step_limit += arrived.reason == ending::step_limit_reached ? 1 : 0;
        });
    }
    std::vector<double> errors;
    organisations(count, times, ends, [&](const auto& model, const auto& start, double end) {
        const auto rough = reach(model, start, {.to = end});
        const auto fine  = reach(model, start, {.to = end, .relative = 1e-12, .absolute = 1e-12});
        if (!rough.complete() || !fine.complete()) return;
        const auto off = [](double a, double b) {
            return std::abs(a - b) / std::max(1.0, std::abs(b));
        };
        errors.push_back(std::max(off(rough.state.people, fine.state.people),
                                  off(rough.state.customers, fine.state.customers)));
    });
    std::sort(errors.begin(), errors.end());
    state.counters["complete"]   = complete;
    state.counters["step_limit"] = step_limit;
    state.counters["compared"]   = static_cast<double>(errors.size());
    if (errors.empty()) return;
    state.counters["median_error"] = errors[errors.size() / 2];
    state.counters["99%_error"]    = errors[errors.size() * 99 / 100];
    state.counters["worst_error"]  = errors.back();
}

BENCHMARK_CAPTURE(runs, stiff, 1500, span{1e-5, 1}, span{12, 1200})->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(runs, long, 150, span{0.1, 3}, span{1e6, 1e6})->Unit(benchmark::kMillisecond);

} // namespace

BENCHMARK_MAIN();
