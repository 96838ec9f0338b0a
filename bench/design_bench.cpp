// The cost of a design over four parameters: an organisation that serves 100 000 customers within two days
// by month 36, as a firm, a network and a firm with a budget, or infeasible. The error is the relative extra
// cost of its cheapest design over the best of six searches that are up to 13 times as long and start from
// up to 23 times as many organisations; if no design is feasible, the relative extra violation of the worst
// part.
#include <algorithm>
#include <cstdint>
#include <vector>

#include <benchmark/benchmark.h>

#include <orgscale/customer/functional_silos.hpp>
#include <orgscale/design/design.hpp>
#include <orgscale/design/person_time.hpp>
#include <orgscale/design/total_outlay.hpp>
#include <orgscale/governance/hierarchy.hpp>
#include <orgscale/governance/meritocracy.hpp>
#include <orgscale/growth/linear_growth.hpp>
#include <orgscale/growth/network_growth.hpp>
#include <orgscale/improvement/continuous_improvement.hpp>
#include <orgscale/observation/dashboard.hpp>
#include <orgscale/organization/budget.hpp>
#include <orgscale/organization/operated.hpp>

namespace {

using namespace orgscale;

constexpr double day = 1.0 / 30; // months

const promise<> promised{.customers = 100'000, .by = 36, .wait = 2 * day, .share = 0.95};

/// All five parts, at a cost that is a tenth too low for the first.
const promise<> all_promised{
    .customers = 100'000, .by = 36, .wait = 2 * day, .share = 0.95, .people = 700, .cost = 9500};

linear_growth<hierarchy> firm_passing_up(double share)
{
    return {.governance           = {.span_of_control       = 7,
                                     .control_retention     = 0.95,
                                     .escalation            = share,
                                     .decisions_per_manager = 200,
                                     .time_per_level        = day / 4},
            .sales_rate           = 5000,
            .hiring_rate          = 20,
            .customers_per_person = 200,
            .upkeep_decisions     = 0.05,
            .onboarding_time      = day,
            .attrition            = 0.01,
            .churn                = 0.01};
}

const network_growth<meritocracy> commons{.governance           = {.alignment            = 0.9,
                                                                   .autonomy             = 0.95,
                                                                   .peers                = 5,
                                                                   .time_per_peer        = 0.02,
                                                                   .decisions_per_person = 200,
                                                                   .core_decisions       = 500,
                                                                   .time_per_hop         = day / 4},
                                          .innovation           = 0.003,
                                          .imitation            = 0.1,
                                          .potential            = 1e6,
                                          .customers_per_node   = 20,
                                          .hiring_rate          = 20,
                                          .customers_per_person = 200,
                                          .upkeep_decisions     = 0.05,
                                          .onboarding_time      = day,
                                          .attrition            = 0.01,
                                          .churn                = 0.01};

using paid_firm =
    operated<linear_growth<hierarchy>, dashboard, continuous_improvement, functional_silos, budget>;

const paid_firm paid{
    .growth      = firm_passing_up(0.3),
    .observation = {.reporting_interval = 1, .delay_per_level = 0.25},
    .improvement = {.halving_time = 18, .gain = 0.2, .defects_before = 0.1, .least_defects = 0.02},
    .ownership   = {.functions = 3, .utilization = 0.5, .work_time = day / 20},
    .budget      = {.price = 20, .wage = 2000, .wage_step = 1.3, .cost_per_hire = 5000}};

using box = std::vector<parameter_range<>>;

const box of_firm{{"governance.span_of_control", 3, 15},
                  {"governance.escalation", 0.1, 0.5},
                  {"sales_rate", 1000, 10'000},
                  {"hiring_rate", 1, 100}};
const box of_swamped{{"governance.span_of_control", 3, 15},
                     {"governance.control_retention", 0.9, 1},
                     {"sales_rate", 1000, 10'000},
                     {"hiring_rate", 1, 100}};
const box of_commons{{"governance.peers", 2, 12},
                     {"participation", 0, 0.02},
                     {"innovation", 0.0001, 0.01},
                     {"hiring_rate", 1, 100}};
const box of_paid{{"growth.governance.span_of_control", 3, 15},
                  {"growth.governance.escalation", 0.1, 0.5},
                  {"growth.sales_rate", 1000, 10'000},
                  {"growth.hiring_rate", 1, 100}};

const growth_state<> opening_day{.people = 10, .customers = 1500};

const auto opened = [](const paid_firm& firm) { return firm.opening(opening_day, 1e6); };

/// People's time, including recruiters who hire three a month, sellers, and training people to settle
/// questions they would otherwise escalate.
const auto effort = [](const linear_growth<hierarchy>& firm, const auto& run) {
    return person_time{}(firm, run) * (1 + 0.02 / firm.governance.escalation) +
           36 * (firm.hiring_rate / 3 + firm.sales_rate / 500);
};

/// The same, with the cost of looking after a thousand participants and of winning a thousandth a month.
const auto care = [](const network_growth<meritocracy>& net, const auto& run) {
    return person_time{}(net, run) + 36 * (net.hiring_rate / 3 + 10'000 * net.innovation) +
           2000 * net.participation * 36;
};

/// The result of a search: the least cost, or the violation of the worst part by the closest design.
template <class Model>
double found(const design_answer<Model>& plan)
{
    return plan ? plan.cheapest().cost : -plan.closest->margins.worst();
}

/// The best of six longer searches from different starts.
template <class Designed>
double reference(const Designed& designed)
{
    double best = infinity<double>();
    for (std::int64_t n = 1; n <= 6; ++n)
        best = std::min(best, found(designed({.sample = 1000 * n, .runs = 40'000})));
    return best;
}

template <class Designed>
void search(benchmark::State& state, const Designed& designed)
{
    static const double best = reference(designed);
    auto                plan = designed({});
    for (auto _ : state) {
        plan = designed({});
        benchmark::DoNotOptimize(plan);
    }
    state.counters["error"]    = plan ? found(plan) / best - 1 : found(plan) - best;
    state.counters["runs"]     = static_cast<double>(plan.runs);
    state.counters["feasible"] = static_cast<double>(plan.feasible.size());
}

const auto firm = [](const design_options<>& options) {
    return design(promised, firm_passing_up(0.3), opening_day, of_firm, options, effort);
};
const auto network = [](const design_options<>& options) {
    return design(promised, commons, opening_day, of_commons, options, care);
};
const auto forbidden_by_one = [](const design_options<>& options) {
    return design(promised, firm_passing_up(1), opening_day, of_swamped, options, effort);
};
const auto forbidden_together = [](const design_options<>& options) {
    return design(all_promised, firm_passing_up(0.3), opening_day, of_firm, options, effort);
};
const auto paid_for = [](const design_options<>& options) {
    return design(promised, paid, opened, of_paid, options, total_outlay{});
};

BENCHMARK_CAPTURE(search, firm, firm)->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(search, network, network)->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(search, forbidden_by_one, forbidden_by_one)->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(search, forbidden_together, forbidden_together)->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(search, paid_for, paid_for)->Unit(benchmark::kMillisecond);

} // namespace

BENCHMARK_MAIN();
