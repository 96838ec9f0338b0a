#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "table/number_cell.hpp"
#include "table/raw_table.hpp"

namespace program {

/// The times of a table's rows.
struct column_times {
    std::vector<std::optional<double>> at; ///< none where the cell is missing
    bool calendar; ///< in calendar years, 2012.5 in the middle of 2012; else as the file counts
};

/// Reads a column as times: numbers, or times of the calendar all written alike. Numbers such as 201207 and
/// 20120713, 2012.01 to 2012.12, and 2008/09 are read as months, days and seasons where all of the column can
/// be. Refuses (bad_input, with row and column) what is neither, days that don't exist, and 3/4/2012 where no other row
/// shows which is the month.
[[nodiscard]] column_times times_in(const raw_table& all, std::size_t column,
                                    std::optional<decimal_mark> mark = {});

/// The share of a column's cells that aren't missing and look like times, of the calendar if asked.
[[nodiscard]] double share_of_times(const raw_table& all, std::size_t column, bool of_calendar);

} // namespace program
