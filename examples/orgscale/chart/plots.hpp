#pragma once

#include <string>
#include <vector>

#include "chart/plot.hpp"
#include "study/study.hpp"

namespace program {

/// A plot with what stands under it.
struct figure {
    plot        shown;
    std::string note;
};

/// Customers of all six on a linear and on a logarithmic axis, people on a logarithmic one.
[[nodiscard]] std::vector<figure> comparisons(const study& found);

/// One composition with the limits that bind it and its wall.
[[nodiscard]] figure limits_over_time(const study& found, const outcome& one);

/// The colour of the stretch of time in which a limit binds.
[[nodiscard]] const char* colour_of(orgscale::growth_limit limit);

} // namespace program
