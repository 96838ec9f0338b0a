#pragma once

#include <string>

#include <fmt/core.h>

#include <orgscale/core/parameter_error.hpp>

#include "format/numbers.hpp"

namespace program {

/// "; for 80 percent write 0.8" of a share that reads as a percentage.
[[nodiscard]] inline std::string as_percent(double value)
{
    if (!(value > 1 && value <= 100)) return "";
    return fmt::format("; for {} percent write {}", plain_digits(value), plain_digits(value / 100));
}

/// The same where a share was refused.
[[nodiscard]] inline std::string as_percent(const orgscale::parameter_error& error)
{
    const std::string rule     = error.rule();
    const double      value    = error.value();
    const bool        is_share = rule == "must be from 0 to 1" ||
                          rule == "must be greater than 0 and at most 1" ||
                          rule == "must be 0 or greater and less than 1";
    return is_share ? as_percent(value) : "";
}

} // namespace program
