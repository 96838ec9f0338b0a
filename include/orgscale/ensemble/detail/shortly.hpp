#pragma once

#include <charconv>
#include <limits>
#include <string>

#include <orgscale/core/language.hpp>

namespace orgscale::detail {

/// A number in the fewest digits that read back to the same value, in any locale: `0.1`, `infinity`.
[[nodiscard]] inline std::string shortly(double x)
{
    constexpr double infinite = std::numeric_limits<double>::infinity();
    if (x == infinite) return "infinity";
    if (x == -infinite) return "-infinity";
    char       digits[32];
    const auto end = std::to_chars(digits, digits + sizeof digits, x).ptr;
    return {digits, end};
}

} // namespace orgscale::detail
