// How often identify is right, and what it costs. Each iteration is a set of 10 to 24 figures from a known law, first 5 to
// 37 percent of the last, with errors of 0.7 to 8 percent in the sizes or their logarithms. Shares of the sets:
//
//     named     a verdict other than undecided        wrong     a verdict that isn't the law's
//     right     the likeliest verdict is the law's    stated    the mean probability of the likeliest
//     covers    ceilings' intervals, or orders', at 95 percent that hold the true one
//
// Two thousand sets a law: --benchmark_filter=law --benchmark_min_time=20
#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <iterator>
#include <vector>

#include <benchmark/benchmark.h>

#include <orgscale/fit/detail/growth_curve.hpp>
#include <orgscale/fit/detail/random_stream.hpp>
#include <orgscale/fit/identify.hpp>

namespace {

using namespace orgscale;
using detail::curve_family;

struct known_law {
    const char*    name;
    curve_family   family;
    double         shape, top; ///< of the last size
    growth_verdict verdict;
};

constexpr double    unbounded = HUGE_VAL;
constexpr known_law laws[]    = {
    {"linear", curve_family::power, 0, unbounded, growth_verdict::linear},
    {"power 2.2 of time", curve_family::power, 0.55, unbounded, growth_verdict::superlinear},
    {"power 0.4 of time", curve_family::power, -1.5, unbounded, growth_verdict::sublinear},
    {"exponential", curve_family::power, 1, unbounded, growth_verdict::exponential},
    {"parallelized", curve_family::parallelized, 0.1, unbounded, growth_verdict::superlinear},
    {"logistic", curve_family::bass, 0, 1.3, growth_verdict::saturating},
    {"Gompertz", curve_family::gompertz, 0, 1.2, growth_verdict::saturating},
    {"Richards", curve_family::richards, 0.5, 1.1, growth_verdict::saturating},
    {"Bass", curve_family::bass, 0.05, 1.2, growth_verdict::saturating}};

struct figures {
    std::vector<double> times, sizes;
};

figures drawn(const known_law& of, std::uint64_t which, std::uint64_t set)
{
    detail::random_stream      stream{100 + which, set};
    const std::size_t          n     = 10 + static_cast<std::size_t>(stream.below(15));
    const double               noise = std::exp(-5 + 2.5 * stream.uniform());
    const double               first = std::exp(-1 - 2 * stream.uniform());
    const bool                 logs  = stream.uniform() < 0.5;
    const detail::growth_curve curve{of.family, of.shape, of.top};
    const double               a = curve.link(first), b = curve.link(1) - a;
    figures                    all;
    for (std::size_t i = 0; i < n; ++i) {
        all.times.push_back(static_cast<double>(i));
        const double x = curve.size(a + b * static_cast<double>(i) / static_cast<double>(n - 1));
        const double e = noise * stream.normal();
        all.sizes.push_back(1000 * (logs ? x * std::exp(e) : std::max(x + e / 2, 1e-3)));
    }
    return all;
}

void law(benchmark::State& state)
{
    const auto  which = static_cast<std::uint64_t>(state.range(0));
    const auto& of    = laws[which];
    double      sets = 0, named = 0, wrong = 0, right = 0, stated = 0, asked = 0, covers = 0;
    for (auto _ : state) {
        state.PauseTiming();
        const auto data = drawn(of, which, static_cast<std::uint64_t>(sets));
        state.ResumeTiming();
        const auto   is  = identify(data.times, data.sizes);
        const double top = *std::max_element(is.probabilities.begin(), is.probabilities.end());
        ++sets;
        stated += top;
        right += is.probability(of.verdict) >= top ? 1 : 0;
        const bool said = is.verdict != growth_verdict::undecided;
        named += said ? 1 : 0;
        wrong += said && is.verdict != of.verdict ? 1 : 0;
        const auto&  interval = of.top < unbounded ? is.ceiling : is.order;
        const double truth    = of.top < unbounded ? 1000 * of.top : of.shape;
        if (!interval || of.family == curve_family::parallelized) continue;
        ++asked;
        covers += interval->contains(truth) ? 1 : 0;
    }
    state.SetLabel(of.name);
    state.counters["sets"]   = sets;
    state.counters["named"]  = named / sets;
    state.counters["wrong"]  = wrong / sets;
    state.counters["right"]  = right / sets;
    state.counters["stated"] = stated / sets;
    if (asked > 0) state.counters["covers"] = covers / asked;
}
BENCHMARK(law)->DenseRange(0, static_cast<int>(std::size(laws)) - 1)->Unit(benchmark::kMillisecond);

} // namespace

BENCHMARK_MAIN();
