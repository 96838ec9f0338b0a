#pragma once

#include <vector>

#include "study/identified.hpp"

namespace program {

/// How figures grow over time, in the order of time.
[[nodiscard]] series_growth growth_of(const std::vector<place_of_value>& over_time);

/// How an output depends on a size; in the order of time where there are times.
[[nodiscard]] size_scaling scaling_of(const std::vector<sized_figure>& figures);

} // namespace program
