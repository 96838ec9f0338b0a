#pragma once

#include <cstddef>
#include <vector>

#include "chart/plot.hpp"

namespace program {

/// No plot shows more points of a series than this.
inline constexpr std::size_t max_points = 400;

/// At most that many of the points, which come in the order of time: the first, the last, and the lowest and
/// the highest of each stretch between.
[[nodiscard]] std::vector<point> thinned(const std::vector<point>& points,
                                         std::size_t               most = max_points);

} // namespace program
