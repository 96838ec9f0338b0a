#pragma once

#include <algorithm>
#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include <orgscale/core/language.hpp>

namespace orgscale {

/// The Damerau-Levenshtein distance of two names, each letter edited at most once: insertions, deletions,
/// replacements and swaps of neighbours.
[[nodiscard]] inline std::size_t edit_distance(std::string_view first, std::string_view second)
{
    const std::size_t        width = second.size() + 1;
    std::vector<std::size_t> before(width), last(width), now(width);
    for (std::size_t j = 0; j < width; ++j) last[j] = j;
    for (std::size_t i = 1; i <= first.size(); ++i) {
        now[0] = i;
        for (std::size_t j = 1; j < width; ++j) {
            const std::size_t differs = first[i - 1] == second[j - 1] ? 0 : 1;
            now[j] = (std::min)({last[j] + 1, now[j - 1] + 1, last[j - 1] + differs});
            if (i > 1 && j > 1 && first[i - 1] == second[j - 2] && first[i - 2] == second[j - 1])
                now[j] = (std::min)(now[j], before[j - 2] + 1);
        }
        before.swap(last);
        last.swap(now);
    }
    return last[width - 1];
}

/// The known name most likely meant: one that ends in it after a dot (`governance.autonomy` for
/// `autonomy`) or begins with it, else the nearest by edit_distance; empty if none shares half its
/// letters.
[[nodiscard]] inline std::string_view nearest_name(std::string_view                  name,
                                                   std::span<const std::string_view> known)
{
    constexpr std::size_t  longest = 200; // longer names match nothing
    const std::string_view asked   = name.substr(0, longest);
    std::string_view       nearest;
    std::size_t            distance = static_cast<std::size_t>(-1);
    for (const std::string_view one : known) {
        const bool tail = one.size() > asked.size() && one.ends_with(asked) &&
                          one[one.size() - asked.size() - 1] == '.';
        const bool        head = asked.size() >= 3 && one.starts_with(asked);
        const std::size_t here = tail || one == asked ? 0 : head ? 1 : edit_distance(asked, one);
        if (here >= distance) continue;
        distance = here;
        nearest  = one;
    }
    return distance <= std::max<std::size_t>(2, nearest.size() / 2) ? nearest : std::string_view{};
}

/// The hint of a refusal of an unknown name: `; did you mean governance.autonomy?`, or the known names if
/// none is near.
[[nodiscard]] inline std::string suggestion(std::string_view                  name,
                                            std::span<const std::string_view> known)
{
    const std::string_view nearest = nearest_name(name, known);
    if (!nearest.empty()) return "; did you mean " + std::string{nearest} + "?";
    std::string all;
    for (const std::string_view one : known)
        all += (all.empty() ? "; known are " : ", ") + std::string{one};
    return all;
}

} // namespace orgscale
