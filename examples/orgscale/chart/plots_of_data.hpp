#pragma once

#include <optional>
#include <vector>

#include "chart/figure.hpp"
#include "study/identified.hpp"

namespace program {

/// The figures with what was fitted: the laws that are possible over time, or the line of the exponent against size.
[[nodiscard]] figure plot_of_answer(const identified& found);

/// The laws over time where the answer is about size.
[[nodiscard]] std::optional<figure> plot_of_growth(const identified& found);

/// How far the figures lie from the most probable law.
[[nodiscard]] std::optional<figure> plot_of_residuals(const identified& found);

/// How well each ceiling fits.
[[nodiscard]] std::optional<figure> plot_of_ceiling(const identified& found);

/// What would have been forecast from earlier figures, beside what came.
[[nodiscard]] std::optional<figure> plot_of_back_tests(const identified& found);

} // namespace program
