#pragma once

#include <algorithm>
#include <cstddef>
#include <optional>
#include <vector>

#include <orgscale/core/dual.hpp>
#include <orgscale/solve/crossings.hpp>

namespace orgscale::detail {

/// Where a lead stands at a time: more than its error bound behind or ahead, or too close to tell.
enum class standing { behind, even, ahead };

/// The time at which a lead, after having been behind or even, becomes one for good: see crossover.
/// Nothing if it is not ahead at the end of the grid, or was so from its start.
template <class Real, class Lead, class ErrorBound>
[[nodiscard]] std::optional<Real> last_change_of_lead(const std::vector<Real>& grid,
                                                      const Lead&              lead,
                                                      const ErrorBound&        error_bound)
{
    const auto beyond = [&](const Real& time) { return Real(lead(time) - error_bound(time)); };
    const auto stands = [&](const Real& time) {
        const auto by = passive(lead(time)), bound = passive(error_bound(time));
        return by > bound ? standing::ahead : by < -bound ? standing::behind : standing::even;
    };
    if (stands(grid.back()) != standing::ahead) return std::nullopt;

    // The times to look at: the grid, and between two zeros at least one.
    const auto        zeros = crossings(grid, lead, error_bound);
    std::vector<Real> times = grid;
    for (std::size_t i = 0; i + 1 < zeros.size(); ++i)
        times.push_back(zeros[i].time + (zeros[i + 1].time - zeros[i].time) / 2);
    std::ranges::sort(times);

    // Backwards to where it is behind last, and from there to where it is ahead first.
    std::size_t behind = times.size();
    while (behind > 0 && stands(times[behind - 1]) != standing::behind) --behind;
    std::size_t ahead = behind;
    while (stands(times[ahead]) != standing::ahead) ++ahead;

    const auto becomes_real = [&] {
        const Real before = times[ahead - 1], after = times[ahead];
        const auto exact = [](const Real&) { return Real(0); };
        const auto at    = crossings(std::vector{before, after}, beyond, exact);
        return at.empty() ? after : at.back().time;
    };
    if (behind == 0) {
        if (ahead == 0) return std::nullopt;
        // Even at the start: parted later only if in the middle of that stretch hardly anything is seen yet.
        const Real time = becomes_real(), half = grid.front() + (time - grid.front()) / 2;
        if (passive(lead(half)) > passive(error_bound(half)) / 32) return std::nullopt;
        return time;
    }
    std::size_t         between = 0;
    std::optional<Real> equal;
    for (const auto& zero : zeros) {
        if (zero.time < times[behind - 1] || times[ahead] < zero.time) continue;
        ++between;
        if (zero.kind == crossing::rising) equal = zero.time;
    }
    return between == 1 && equal ? *equal : becomes_real();
}

} // namespace orgscale::detail
