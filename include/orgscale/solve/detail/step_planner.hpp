#pragma once

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <vector>

#include <orgscale/solve/detail/graded_runner.hpp>
#include <orgscale/solve/detail/verner_7.hpp>

namespace orgscale::detail {

/// A sequence of steps with equidistributed error: the worst error of the members, in units of the
/// tolerance, is about half of `wanted` in every step and never above it. Empty if no such sequence of at
/// most `most_steps` steps is found.
///
/// Each round runs the members through the present steps and estimates how many steps each should have
/// been, in proportion to error^(1/p); the cumulative sum then places the new steps. It ends after three
/// rounds in succession without improvement, which is fewer steps, or as many with a smaller error.
template <class Model, std::size_t Width, std::size_t Packs, class Source>
[[nodiscard]] std::vector<double> find_steps(std::size_t members, const Source& member_of,
                                             const batch_settings& settings, double wanted,
                                             std::size_t first_steps, std::size_t most_steps)
{
    constexpr int    rounds = 12, idle_rounds = 3;
    constexpr double order = verner_7::order;

    graded_runner<Model, Width, Packs> runner{settings};
    std::vector<double>                best;
    std::vector<double>                times;
    for (std::size_t i = 0; i <= first_steps; ++i)
        times.push_back(settings.from + (settings.to - settings.from) * static_cast<double>(i) /
                                            static_cast<double>(first_steps));
    times.back()    = settings.to;
    double smallest = wanted;
    int    idle     = 0;
    for (int round = 0; round < rounds && idle < idle_rounds; ++round) {
        std::vector<double> worst(times.size() - 1, 0.0);
        for (std::size_t begin = 0; begin < members; begin += Width * Packs) {
            const std::size_t end = (std::min)(begin + Width * Packs, members);
            runner.fill(begin, end, member_of);
            runner.run_pilot(times, [&](std::size_t step, const lanes<Width>& errors) {
                for (const double error : errors.numbers())
                    worst[step] = (std::max)(worst[step], error);
            });
        }
        const double largest = *std::max_element(worst.begin(), worst.end());
        const bool   fewer   = best.empty() || times.size() < best.size();
        if (largest <= wanted &&
            (fewer || (times.size() == best.size() && largest < 0.95 * smallest))) {
            best     = times;
            smallest = largest;
            idle     = 0;
        } else if (!best.empty()) {
            ++idle;
        }

        // How many steps each should be; nothing is known after a run was lost.
        std::vector<double> sum{0};
        bool                lost = false;
        for (const double error : worst) {
            const double parts = lost ? 1 : std::pow(2 * error / wanted + 0.01, 1 / order);
            sum.push_back(sum.back() + std::clamp(parts, 0.5, 4.0));
            lost = lost || !(error < hopeless_error);
        }
        const auto count = static_cast<std::size_t>(std::ceil(sum.back()));
        if (count > most_steps) break;
        std::vector<double> next;
        std::size_t         step = 0;
        for (std::size_t i = 0; i <= count; ++i) {
            const double at = sum.back() * static_cast<double>(i) / static_cast<double>(count);
            while (step + 2 < sum.size() && sum[step + 1] < at) ++step;
            const double part = std::clamp((at - sum[step]) / (sum[step + 1] - sum[step]), 0.0, 1.0);
            next.push_back(times[step] + part * (times[step + 1] - times[step]));
        }
        next.back() = settings.to;
        times       = std::move(next);
    }
    return best;
}

} // namespace orgscale::detail
