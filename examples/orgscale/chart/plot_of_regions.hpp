#pragma once

#include "chart/figure.hpp"
#include "study/region_study.hpp"

namespace program {

/// The lines between regions over both parameters, with a dot inside each region.
[[nodiscard]] figure plot_of_regions(const region_study& found);

} // namespace program
