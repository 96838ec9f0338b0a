#pragma once

namespace orgscale {

/// Which of two compositions does better at a place of a map.
enum class region_side {
    first,  ///< the first
    second, ///< the second
    neither ///< they are equal, to a margin, or one has no answer
};

[[nodiscard]] constexpr const char* name(region_side side)
{
    switch (side) {
    case region_side::first: return "first";
    case region_side::second: return "second";
    default: return "neither";
    }
}

} // namespace orgscale
