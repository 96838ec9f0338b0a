#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace plan {

/// One figure that was recorded.
struct record {
    double time;  ///< as the file counts it: a calendar year, a month
    double value; ///< 0 or greater
};

/// The recorded figures of people and of customers; either may be empty.
struct recorded {
    std::string         file;
    std::vector<record> people;
    std::vector<record> customers;
};

struct recorded_columns {
    std::string                time;
    std::optional<std::string> people;
    std::optional<std::string> customers;
};

/// Reads a CSV whose first line that isn't a comment (#) names the columns. An empty cell is a
/// figure that wasn't recorded. Refuses (bad_input) a cell that is no number of 0 or greater, with
/// its row (line of the file) and column, times that don't rise, and a file without figures.
[[nodiscard]] recorded read_recorded(const std::filesystem::path& file,
                                     const recorded_columns&      columns);

/// How far a curve misses what was recorded: |curve/recorded - 1|.
struct misfit {
    double worst;
    double mean;
    double worst_time; ///< as the records count it
};

/// Of values at the records' times. Records of 0 are passed over; nothing if no other is left.
[[nodiscard]] std::optional<misfit> misfit_of(const std::vector<record>& records,
                                              const std::vector<double>& values);

/// The curve of a kind that misses its worst record least.
struct reference_curve {
    double from;  ///< time of the first record
    double level; ///< then
    double slope; ///< per time: of the line, or of the logarithm
    double worst; ///< relative miss of its worst record
};

/// level + slope (t - from), and level e^(slope (t - from)). Nothing for fewer than three records
/// above 0.
[[nodiscard]] std::optional<reference_curve> best_line(const std::vector<record>& records);
[[nodiscard]] std::optional<reference_curve> best_exponential(const std::vector<record>& records);

} // namespace plan
