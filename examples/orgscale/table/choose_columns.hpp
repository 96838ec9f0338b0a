#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "table/raw_table.hpp"

namespace program {

/// The columns that were asked for, by name or number.
struct wanted_columns {
    std::optional<std::string> time;
    std::optional<std::string> size;
    std::optional<std::string> output;
};

/// Output over time; output against size, and over time where there are times.
struct chosen_columns {
    std::optional<std::size_t> time;
    std::optional<std::size_t> size;
    std::size_t                output;
    std::vector<std::size_t>   unused; ///< other columns of figures
};

/// Those asked for, and for the rest by what the columns hold and how they are named: dates or years are times;
/// people, developers, load and the like a size; the first figures beside these the output. Refuses
/// (bad_input) a table that has no such columns, and of the rest one whose name another column has too.
[[nodiscard]] chosen_columns choose_columns(const raw_table& all, const wanted_columns& wanted);

} // namespace program
