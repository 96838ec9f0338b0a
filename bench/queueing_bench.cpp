// The cost of a staffing search: 80 % of customers within 20 seconds, at three minutes each, for loads from
// one to a million erlangs, compared with the textbook recursion and a search by Boost's incomplete gamma
// function. The error is the difference in servers from the recursion, over 16 loads per decade.
#include <algorithm>
#include <cmath>
#include <cstdint>
#include <cstdlib>

#include <benchmark/benchmark.h>
#include <boost/math/special_functions/gamma.hpp>

#include <orgscale/queueing/erlang_a.hpp>
#include <orgscale/queueing/erlang_b.hpp>
#include <orgscale/queueing/least_agents.hpp>
#include <orgscale/queueing/staff_for.hpp>

namespace {

using namespace orgscale;

constexpr double service_time = 180, within = 20, share = 0.8;

/// Whether a number of servers reaches the goal, given Erlang's B.
bool reaches(double load, double servers, double blocking)
{
    const double delayed = servers * blocking / (servers - load * (1 - blocking));
    return 1 - delayed * std::exp(-(servers - load) * (within / service_time)) >= share;
}

std::int64_t textbook_recursion(double load)
{
    double blocking = 1;
    for (double servers = 1;; ++servers) {
        blocking = load * blocking / (servers + load * blocking);
        if (servers > load && reaches(load, servers, blocking))
            return static_cast<std::int64_t>(servers);
    }
}

std::int64_t inverse_recursion(double load)
{
    double inverse = 1;
    for (double servers = 1;; ++servers) {
        inverse = 1 + servers / load * inverse;
        if (servers > load && reaches(load, servers, 1 / inverse))
            return static_cast<std::int64_t>(servers);
    }
}

/// B is the Poisson probability of c over that of at most c.
std::int64_t boost_gamma_bisection(double load)
{
    const auto met = [load](double servers) {
        return reaches(load, servers,
                       boost::math::gamma_p_derivative(servers + 1, load) /
                           boost::math::gamma_q(servers + 1, load));
    };
    double few = std::floor(load), step = 1;
    while (!met(few + step)) {
        few += step;
        step *= 2;
    }
    double enough = few + step;
    while (enough - few > 1) {
        const double middle          = few + std::floor((enough - few) / 2);
        (met(middle) ? enough : few) = middle;
    }
    return static_cast<std::int64_t>(enough);
}

queue_demand<> demand_of(double load, double patience = infinity<double>())
{
    return {.arrival_rate = load / service_time, .service_time = service_time, .patience = patience};
}

constexpr service_goal<> goal{.share = share, .within = within};

std::int64_t orgscale_search(double load) { return *least_agents(demand_of(load), goal); }

std::int64_t orgscale_staff(double load)
{
    return staff_for(demand_of(load), goal, {.shrinkage = 0.3})->agents;
}

std::int64_t orgscale_with_patience(double load)
{
    return *least_agents(demand_of(load, 300), goal);
}

template <class Search>
void search(benchmark::State& state, const Search& found, bool has_reference = true)
{
    const auto decade = static_cast<int>(state.range(0));
    double     load   = std::pow(10, decade);
    for (auto _ : state) {
        benchmark::DoNotOptimize(load);
        auto agents = found(load);
        benchmark::DoNotOptimize(agents);
    }
    if (!has_reference) return;
    std::int64_t worst = 0;
    for (int i = 0; i < 16; ++i) {
        const double other = std::pow(10, decade + i / 16.0);
        worst              = std::max(worst, std::abs(found(other) - textbook_recursion(other)));
    }
    state.counters["servers_off"] = static_cast<double>(worst);
}

/// One evaluation at a non-integer number; the error is that of one step of the recursion from it.
void one_blocking(benchmark::State& state)
{
    const double load    = std::pow(10, static_cast<double>(state.range(0)));
    double       servers = std::floor(load + std::sqrt(load)) + 0.5;
    double       found   = 0;
    for (auto _ : state) {
        benchmark::DoNotOptimize(servers);
        found = erlang_b<>{.load = load, .servers = servers}.blocking();
        benchmark::DoNotOptimize(found);
    }
    const double more       = erlang_b<>{.load = load, .servers = servers + 1}.blocking();
    state.counters["error"] = std::abs(load * found / (servers + 1 + load * found) / more - 1);
}

BENCHMARK_CAPTURE(search, orgscale, orgscale_search)->DenseRange(0, 6);
BENCHMARK_CAPTURE(search, textbook_recursion, textbook_recursion)->DenseRange(0, 6);
BENCHMARK_CAPTURE(search, inverse_recursion, inverse_recursion)->DenseRange(0, 6);
BENCHMARK_CAPTURE(search, boost_gamma_bisection, boost_gamma_bisection)->DenseRange(0, 6);
BENCHMARK_CAPTURE(search, orgscale_staff, orgscale_staff)->DenseRange(0, 6);
BENCHMARK_CAPTURE(search, orgscale_with_patience, orgscale_with_patience, false)->DenseRange(0, 6);
BENCHMARK(one_blocking)->DenseRange(0, 7);

} // namespace

BENCHMARK_MAIN();
