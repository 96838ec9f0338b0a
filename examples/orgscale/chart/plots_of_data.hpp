#pragma once

#include <optional>
#include <vector>

#include "chart/figure.hpp"
#include "study/identified.hpp"

namespace program {

/// The figures with what was fitted: the laws that are possible over time, or the line of the exponent against size.
[[nodiscard]] figure plot_of_answer(const identified& found);

/// The laws over time, if the answer is about size.
[[nodiscard]] std::optional<figure> plot_of_growth(const identified& found);

} // namespace program
