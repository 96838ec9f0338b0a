#pragma once

#include <vector>

#include "chart/plots.hpp"

namespace program {

/// Fan charts of customers and people: where 8 of 10 and half of the cases lie, the median, the run with
/// the values of the tables, and what was recorded. None where nothing is uncertain.
[[nodiscard]] std::vector<figure> fan_charts(const study& found);

} // namespace program
