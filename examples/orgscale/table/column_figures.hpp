#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "table/number_cell.hpp"
#include "table/raw_table.hpp"

namespace program {

/// A column of figures.
struct column_figures {
    std::vector<std::optional<double>> figures; ///< none where the cell is missing
    std::string                        sign;    ///< "%" or a currency that they carry
};

/// Reads columns as numbers, all with the same decimal mark: the stated one, or the only one that fits them all. Refuses
/// (bad_input, with row and column) what is not a number, figures of which some carry a percent sign or a
/// currency and others another, and 1,234 or 1.234 where nothing shows whether it means a thousand.
[[nodiscard]] std::vector<column_figures> figures_in(const raw_table&                all,
                                                     const std::vector<std::size_t>& columns,
                                                     std::optional<decimal_mark>     mark = {});

/// The share of a column's cells that aren't missing and look like numbers.
[[nodiscard]] double share_of_numbers(const raw_table& all, std::size_t column);

} // namespace program
