#pragma once

#include <optional>
#include <string>

namespace program {

/// How a scenario counts time.
struct time_scale {
    std::string           unit;    ///< "month" or "year"
    std::optional<double> start;   ///< calendar year at time 0
    double                horizon; ///< in the unit

    [[nodiscard]] double per_year() const { return unit == "month" ? 12 : 1; }

    /// The time at which records in calendar years, or in the unit, were made.
    [[nodiscard]] double of_record(double label) const
    {
        return start ? (label - *start) * per_year() : label;
    }

    /// Calendar year where the start is known, else the time itself.
    [[nodiscard]] double label(double time) const
    {
        return start ? *start + time / per_year() : time;
    }
};

} // namespace program
