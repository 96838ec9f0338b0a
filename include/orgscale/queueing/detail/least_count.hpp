#pragma once

#include <cstdint>
#include <limits>
#include <optional>
#include <type_traits>

#include <orgscale/core/dual.hpp>
#include <orgscale/core/real.hpp>

namespace orgscale::detail {

/// Beyond this `double` no longer tells whole numbers of agents apart.
inline constexpr std::int64_t max_agents = std::int64_t{1} << 53;

/// The number type in which agents are counted: one that holds every whole number up to max_agents.
template <ordered_real Real>
using counting =
    std::conditional_t < std::numeric_limits<passive_t<Real>>::digits<53, double, passive_t<Real>>;

/// The least whole number from 1 on that meets a condition which all larger ones meet too: from `first` in
/// steps that double, then by halves; at most some 130 evaluations. Nothing where max_agents doesn't.
template <class Met>
[[nodiscard]] std::optional<std::int64_t> least_count(const Met& met, std::int64_t first,
                                                      std::int64_t step)
{
    // The condition is missed by `few`, which may be none, and met by `enough`.
    std::int64_t few = 0, enough = first;
    if (met(first)) {
        while (enough > step && met(enough - step)) {
            enough -= step;
            step *= 2;
        }
        few = enough > step ? enough - step : 0;
    } else {
        do {
            if (enough == max_agents) return std::nullopt;
            few    = enough;
            enough = enough > max_agents - step ? max_agents : enough + step;
            step *= 2;
        } while (!met(enough));
    }
    while (enough - few > 1) {
        const std::int64_t middle    = few + (enough - few) / 2;
        (met(middle) ? enough : few) = middle;
    }
    return enough;
}

} // namespace orgscale::detail
