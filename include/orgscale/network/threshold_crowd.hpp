#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace orgscale {

/// Who acts when everybody waits for enough others: a crowd of people with thresholds.
///
///     r_(t+1) = number of people whose threshold is at most r_t;  r_0 = 0                         [1]
///
/// The number who act in the end is the smallest fixed point, reached in at most as many rounds as there are
/// people. Two crowds that differ in one person may end up apart: with thresholds 0, 1, 2, ..., 99 all 100
/// act; with 0, 2, 2, 3, ..., 99 only one does. Everybody sees everybody; for contacts on a network see
/// watts_cascade.
///
///     threshold_crowd{{0, 1, 2, 3}}.acting();                                            // 4
///
/// A threshold of 0 or below acts alone; one above the number of people never acts.
///
/// [1] Granovetter, M. (1978). Threshold models of collective behavior. American Journal of Sociology
///     83(6), 1420-1443. doi:10.1086/226707
struct threshold_crowd {
    std::vector<std::int64_t> thresholds; ///< of each person, others who must act first [people]

    /// People who act in the end, if `first` act whatever the others do: these are no part of the crowd
    /// [people].
    [[nodiscard]] std::int64_t acting(std::int64_t first = 0) const
    {
        auto sorted = thresholds;
        std::sort(sorted.begin(), sorted.end());
        std::size_t moved = 0;
        while (moved < sorted.size() && sorted[moved] <= static_cast<std::int64_t>(moved) + first)
            ++moved;
        return static_cast<std::int64_t>(moved);
    }

    /// r_0, r_1, ... until nobody joins [people].
    [[nodiscard]] std::vector<std::int64_t> rounds() const
    {
        std::vector<std::int64_t> all{0};
        for (;;) {
            const std::int64_t now  = all.back();
            const std::int64_t next = std::count_if(thresholds.begin(), thresholds.end(),
                                                    [now](std::int64_t own) { return own <= now; });
            if (next == now) return all;
            all.push_back(next);
        }
    }
};

} // namespace orgscale
