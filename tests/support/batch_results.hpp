#pragma once

#include <algorithm>
#include <bit>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <limits>
#include <map>
#include <span>
#include <utility>
#include <vector>

#include <catch.hpp>

#include <orgscale/core/state.hpp>
#include <orgscale/solve/batch.hpp>
#include <orgscale/solve/solve.hpp>

// Results of batches, to compare with one another and with single runs.

using orgscale::batch_options;
using orgscale::ending;

/// The results of a batch, by member.
template <class State>
struct results {
    std::map<std::size_t, std::pair<std::vector<State>, ending>> of;

    auto sink()
    {
        return [this](std::size_t i, std::span<const State> states, ending reason) {
            CHECK(of.count(i) == 0); // each once
            of[i] = {{states.begin(), states.end()}, reason};
        };
    }
};

template <class State>
[[nodiscard]] bool same_bits(const State& a, const State& b)
{
    const auto x = orgscale::to_array<double>(a);
    const auto y = orgscale::to_array<double>(b);
    for (std::size_t n = 0; n < x.size(); ++n)
        if (std::bit_cast<std::uint64_t>(x[n]) != std::bit_cast<std::uint64_t>(y[n])) return false;
    return true;
}

template <class State>
[[nodiscard]] bool same_bits(const results<State>& a, const results<State>& b)
{
    return a.of.size() == b.of.size() &&
           std::equal(a.of.begin(), a.of.end(), b.of.begin(), [](const auto& x, const auto& y) {
               return x.first == y.first && x.second.second == y.second.second &&
                      std::equal(x.second.first.begin(), x.second.first.end(),
                                 y.second.first.begin(), y.second.first.end(),
                                 [](const State& s, const State& t) { return same_bits(s, t); });
           });
}

/// A single type of member function per model, so that a batch is compiled only once.
template <class Source>
[[nodiscard]] auto members(const Source& source)
{
    return std::function<decltype(source(std::size_t{}))(std::size_t)>(source);
}

template <std::size_t Width = orgscale::preferred_lanes, class Source>
auto solved(std::size_t first, std::size_t last, const Source& source,
            const batch_options<>& options)
{
    results<decltype(source(0).start)> all;
    orgscale::solve_batch<Width>(first, last, members(source), options, all.sink());
    return all;
}

/// The worst difference from single runs at a hundredth of the tolerance, in units of the tolerance.
template <class Source>
double worst_difference(std::size_t count, const Source& source, const batch_options<>& options)
{
    const auto all   = solved(0, count, source, options);
    double     worst = all.of.size() == count ? 0 : std::numeric_limits<double>::infinity();
    for (const auto& [i, found] : all.of) {
        if (found.second != ending::reached_end || found.first.size() != options.outputs)
            return std::numeric_limits<double>::infinity();
        const auto   member    = source(i);
        const double relative  = 0.01 * options.relative;
        const auto   reference = orgscale::solve(
            member.model, member.start,
            {.from = options.from, .to = options.to, .relative = relative, .absolute = relative});
        for (std::size_t j = 0; j < options.outputs; ++j) {
            const double part = options.outputs == 1 ? 1
                                                     : static_cast<double>(j) /
                                                           static_cast<double>(options.outputs - 1);
            const auto   x    = orgscale::to_array<double>(found.first[j]);
            const auto   y    = orgscale::to_array<double>(
                reference(options.from + part * (options.to - options.from)));
            for (std::size_t n = 0; n < x.size(); ++n)
                worst = std::max(worst, std::abs(x[n] - y[n]) /
                                            (options.absolute + options.relative * std::abs(y[n])));
        }
    }
    return worst;
}

/// Where a firm's limits change, a step's error has a low order and its estimate is too small: the error of
/// a run is some hundred tolerances.
inline constexpr double most_of_firms = 200;
