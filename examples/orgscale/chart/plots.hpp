#pragma once

#include <optional>
#include <string>
#include <vector>

#include "chart/figure.hpp"
#include "study/study.hpp"

namespace program {

/// The one plot that answers: customers of all six, and the wall of the organisation as it is. On a linear
/// axis, or where that would press the organisation or most of the others to its foot, on a logarithmic one.
[[nodiscard]] figure first_plot(const study& found);

/// How long customers wait, where there are waiting lists: the wall as they see it; nothing without.
[[nodiscard]] std::optional<figure> waits_over_time(const study& found);

/// What becomes of the work over time, where the standard may fall or capability takes time; nothing without.
[[nodiscard]] std::optional<figure> standards_over_time(const study& found);

/// Customers on the other axis, and people.
[[nodiscard]] std::vector<figure> comparisons(const study& found);

/// One composition with the limits that bind it and its wall.
[[nodiscard]] figure limits_over_time(const study& found, const outcome& one);

/// The colour of the stretch of time in which a limit binds, and what a legend says of it.
[[nodiscard]] std::string colour_of(orgscale::growth_limit limit);
[[nodiscard]] std::string legend_of(orgscale::growth_limit limit);

} // namespace program
