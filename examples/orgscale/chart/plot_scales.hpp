#pragma once

#include "chart/plot.hpp"

namespace program {

/// So many times as large, and a linear axis would press a curve to its foot.
inline constexpr double dwarfs = 30;

/// A linear axis from 0 to the largest value, or where that dwarfs the strong curve, to five times
/// that one's largest. Returns whether curves leave the plot.
bool scale_linearly(plot& shown);

/// A logarithmic axis with all values above 0, at most twelve decades. Returns whether a curve begins
/// at 0, where it can't be shown.
bool scale_by_powers(plot& shown);

} // namespace program
