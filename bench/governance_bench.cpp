// The cost of juries whose voters all differ: simple majorities of up to 10 000, compared with the textbook's sum over
// all numbers of right votes, and votes weighted by merit, whose weights have no common unit. The error is that of the
// accuracy: of majorities, compared with the textbook's sum in long double; of weighted votes, the bound that is returned
// with them.
#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <vector>

#include <benchmark/benchmark.h>

#include <orgscale/governance/condorcet_jury.hpp>
#include <orgscale/governance/jury.hpp>

namespace {

using namespace orgscale;

/// Competences from 0.4 to 0.65, all different, in no order; nearly as many do harm as good, so that a majority of
/// ten thousand still errs.
std::vector<double> competences(std::size_t voters, double low, double high)
{
    std::vector<double> right;
    for (std::size_t i = 0; i < voters; ++i)
        right.push_back(low + (high - low) *
                                  std::fmod(0.6180339887498949 * static_cast<double>(i + 1), 1));
    return right;
}

jury<> of(const std::vector<double>& right)
{
    return {.competences = std::vector<fraction<double>>(right.begin(), right.end())};
}

/// Every number of right votes after every voter.
template <class Real>
Real textbook(const std::vector<double>& right)
{
    std::vector<Real> sums(right.size() + 1, Real(0));
    sums[0] = Real(1);
    for (std::size_t voter = 0; voter < right.size(); ++voter) {
        const Real p = static_cast<Real>(right[voter]);
        for (std::size_t votes = voter + 1; votes > 0; --votes)
            sums[votes] = sums[votes] * (1 - p) + sums[votes - 1] * p;
        sums[0] *= 1 - p;
    }
    Real more = 0;
    for (std::size_t votes = 0; votes <= right.size(); ++votes)
        if (2 * votes >= right.size())
            more += 2 * votes > right.size() ? sums[votes] : sums[votes] / 2;
    return more;
}

void note_error(benchmark::State& state, double found, const std::vector<double>& right)
{
    state.counters["error"] = static_cast<double>(
        std::abs(static_cast<long double>(found) - textbook<long double>(right)));
    state.counters["accuracy"] = found;
}

void majority(benchmark::State& state)
{
    const auto   right = competences(static_cast<std::size_t>(state.range(0)), 0.4, 0.601);
    const jury<> all   = of(right);
    double       found = 0;
    for (auto _ : state) {
        benchmark::DoNotOptimize(&all);
        benchmark::ClobberMemory();
        found = all.majority().accuracy;
        benchmark::DoNotOptimize(found);
    }
    note_error(state, found, right);
}
BENCHMARK(majority)->Arg(10)->Arg(100)->Arg(1000)->Arg(10'000)->Unit(benchmark::kMicrosecond);

void textbook_majority(benchmark::State& state)
{
    auto   right = competences(static_cast<std::size_t>(state.range(0)), 0.4, 0.601);
    double found = 0;
    for (auto _ : state) {
        benchmark::DoNotOptimize(right.data());
        benchmark::ClobberMemory();
        found = textbook<double>(right);
        benchmark::DoNotOptimize(found);
    }
    note_error(state, found, right);
}
BENCHMARK(textbook_majority)->Arg(10)->Arg(100)->Arg(1000)->Arg(10'000)->Unit(benchmark::kMicrosecond);

void weighted_by_merit(benchmark::State& state)
{
    const jury<> all = of(competences(static_cast<std::size_t>(state.range(0)), 0.45, 0.6));
    vote_accuracy<double> found{};
    for (auto _ : state) {
        benchmark::DoNotOptimize(&all);
        benchmark::ClobberMemory();
        found = all.best(state.range(1));
        benchmark::DoNotOptimize(found);
    }
    state.counters["error"]    = found.error_bound;
    state.counters["accuracy"] = found.accuracy;
}
BENCHMARK(weighted_by_merit)
    ->Args({10, 1 << 18})
    ->Args({100, 1 << 14})
    ->Args({100, 1 << 18})
    ->Args({10'000, 1 << 18})
    ->Unit(benchmark::kMillisecond);

/// Ten thousand equal voters, whose probability is a sum over the terms that count; the error is that of 1/2.
void equal_voters(benchmark::State& state)
{
    double competence = 0.5, found = 0;
    for (auto _ : state) {
        benchmark::DoNotOptimize(competence);
        found = condorcet_jury<>{.competence = competence}.accuracy(state.range(0));
        benchmark::DoNotOptimize(found);
    }
    state.counters["error"] = std::abs(found - 0.5);
}
BENCHMARK(equal_voters)->Arg(101)->Arg(10'001)->Arg(1'000'001)->Unit(benchmark::kMicrosecond);

} // namespace

BENCHMARK_MAIN();
