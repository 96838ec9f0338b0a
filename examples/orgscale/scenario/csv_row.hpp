#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace program {

/// The cells of a line of CSV.
struct csv_row {
    std::vector<std::string> cells; ///< without the spaces around them and the quotes
    bool unclosed; ///< whether the last one begins with a quote that nothing closes
};

/// Cells are parted by commas. One in double quotes may have commas in it, and a quote as two.
[[nodiscard]] csv_row csv_row_of(std::string_view line);

} // namespace program
