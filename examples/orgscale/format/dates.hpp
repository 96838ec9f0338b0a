#pragma once

#include <string>

#include "format/time_scale.hpp"

namespace program {

/// A time as a point: "2006.1" where the calendar is known, else "month 31".
[[nodiscard]] std::string date(const time_scale& time, double at);

/// The same after "in" or "at": "in 2006.1", "at month 31".
[[nodiscard]] std::string on_date(const time_scale& time, double at);

/// The same of what began then: "the start" where it reads as time 0 does.
[[nodiscard]] std::string since(const time_scale& time, double at);

/// How long: "14 months", "2.2 months" also where time is counted in years, "3.5 years".
[[nodiscard]] std::string duration(const time_scale& time, double lasts);

/// A wait: "2.1 days", "5 hours", from a month on as a duration, beyond the horizon "over 48 months".
[[nodiscard]] std::string waiting(const time_scale& time, double lasts);

/// The head of a column of figures at a time: "2009", "1 year", "month 18".
[[nodiscard]] std::string column_head(const time_scale& time, double at);

} // namespace program
