#pragma once

#include <vector>

#include "format/section.hpp"
#include "scenario/problem.hpp"

namespace program {

/// Values of a scenario that can be computed with but are most likely slips: percents written for shares,
/// rates and times that don't fit the horizon, more people than there are, and what nothing uses.
[[nodiscard]] std::vector<warning> find_warnings(const section& whole, const problem& all);

} // namespace program
