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

/// Reads a CSV, as table/raw_table.hpp does: times may be dates, cells missing, figures grouped in thousands, rows in any
/// order. Refuses (bad_input), beside what can't be read, with its row (line of the file) and column: a negative figure, two
/// figures of one time, a series of zeros, and a file without figures or with more than 10,000 rows of them.
[[nodiscard]] recorded read_recorded(const std::filesystem::path& file,
                                     const recorded_columns&      columns);

} // namespace program
