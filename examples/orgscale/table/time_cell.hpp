#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace program {

/// How closely a calendar time is written.
enum class time_form { year, half, quarter, month, week, day };

/// "a day", for messages.
[[nodiscard]] const char* name(time_form form);

/// Whether the day or the month stands first where a day is written as 3/4/2012.
enum class day_order { other_form, day_first, month_first, either };

/// A calendar time as written in a cell.
struct written_time {
    time_form form;
    int       year;
    int       part   = 1; ///< half, quarter, month or week of the year; of a day, its month
    int       day    = 1;
    double    hours  = 0;                     ///< since midnight
    day_order order  = day_order::other_form; ///< read with the day first where that may be
    bool      season = false;                 ///< "2008/09": may also be the year that ends in 2009
};

/// Reads 2012, FY2012, 2012-07, 07/2012, July 2012, 2012-Q3, Q3 2012, H1 2012, 2012-W07, 2012-07-13, 13.7.2012,
/// 7/13/2012, 13 July 2012, July 13, 2012, each day also followed by a time; nothing if it is none of these.
[[nodiscard]] std::optional<written_time> time_in(std::string_view cell);

/// Day and month exchanged.
[[nodiscard]] written_time swapped(written_time one);

/// Whether there is such a day, month, week, quarter or half.
[[nodiscard]] bool exists(const written_time& one);

/// In calendar years, 2012.5 in the middle of 2012.
[[nodiscard]] double years_of(const written_time& one);

/// Whether it can only be a time of the calendar, not also a plain number.
[[nodiscard]] bool looks_like_time(std::string_view cell);

/// Whether it is four digits from 1500 to 2200.
[[nodiscard]] bool looks_like_year(std::string_view cell);

} // namespace program
