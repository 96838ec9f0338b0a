#pragma once

#include <string>
#include <vector>

#include "chart/plot.hpp"
#include "study/identified.hpp"

namespace program {

/// The finite values, with times counted from an origin.
[[nodiscard]] std::vector<point> points_from(const std::vector<place_of_value>& all, double origin);

/// An empty plot over the time of the figures, as far as the forecast reaches.
[[nodiscard]] plot over_time_of(const identified& found, const std::string& title);

} // namespace program
