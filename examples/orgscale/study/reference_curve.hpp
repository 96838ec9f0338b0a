#pragma once

#include <optional>
#include <vector>

#include "scenario/recorded.hpp"

namespace program {

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

} // namespace program
