#pragma once

#include <vector>

#include "chart/plots.hpp"

namespace program {

/// Fan charts of customers and people: the range of 8 of 10 runs and of half of them, the median, the run with
/// the values of the tables, and what was recorded. None where nothing is uncertain.
[[nodiscard]] std::vector<figure> fan_charts(const study& found);

} // namespace program
