#pragma once

#include <filesystem>
#include <optional>
#include <string>

#include "scenario/recorded.hpp"

namespace program {

struct recorded_columns {
    std::string                time;
    std::optional<std::string> people;
    std::optional<std::string> customers;
};

/// Reads a CSV whose first line that isn't a comment (#) names the columns. An empty cell is a
/// figure that wasn't recorded. Refuses (bad_input) a cell that is not a number of 0 or greater, with
/// its row (line of the file) and column, times that don't rise, a quote that isn't closed, two columns of one
/// name, a series of zeros, and a file without figures or with more than 10,000 rows of them.
[[nodiscard]] recorded read_recorded(const std::filesystem::path& file,
                                     const recorded_columns&      columns);

} // namespace program
