#pragma once

#include <string>

#include "scenario.hpp"

namespace plan {

/// Three digits as a table shows them: 311, 4,560, 12.3k, 4.56M, 7.89B, 1.2T.
[[nodiscard]] std::string brief(double value);

/// Three digits as a sentence says them: "4,560", "12.3 thousand", "4.56 million".
[[nodiscard]] std::string spoken(double value);

/// As few digits as tell the number to six: a parameter.
[[nodiscard]] std::string plain_digits(double value);

[[nodiscard]] std::string fixed(double value, int decimals);

/// 1234567.8 as 1,234,567.8.
[[nodiscard]] std::string with_commas(std::string digits);

/// "12.5 percent"; whole percents from 100 on.
[[nodiscard]] std::string percent(double share);

/// "3.1 times", or "12 percent" more where that says it better.
[[nodiscard]] std::string times_as_many(double ratio);

/// A time as a point: "2006.1" where the calendar is known, else "month 31".
[[nodiscard]] std::string date(const time_scale& time, double at);

/// The same after "in" or "at": "in 2006.1", "at month 31".
[[nodiscard]] std::string on_date(const time_scale& time, double at);

/// The same of what began then: "the start" where it reads as time 0 does.
[[nodiscard]] std::string since(const time_scale& time, double at);

/// How long: "14 months", "2.2 months" also where time is counted in years, "3.5 years".
[[nodiscard]] std::string duration(const time_scale& time, double lasts);

/// A wait: "2.1 days", "5 hours", from a month on as a duration.
[[nodiscard]] std::string waiting(const time_scale& time, double lasts);

/// The head of a column of figures at a time: "2009", "1 year", "month 18".
[[nodiscard]] std::string column_head(const time_scale& time, double at);

} // namespace plan
