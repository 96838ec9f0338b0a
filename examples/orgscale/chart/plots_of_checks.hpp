#pragma once

#include <optional>

#include "chart/figure.hpp"
#include "study/identified.hpp"

namespace program {

/// The residuals of the most probable law.
[[nodiscard]] std::optional<figure> plot_of_residuals(const identified& found);

/// How well each ceiling fits.
[[nodiscard]] std::optional<figure> plot_of_ceiling(const identified& found);

/// Forecasts from earlier figures, beside the actual figures.
[[nodiscard]] std::optional<figure> plot_of_back_tests(const identified& found);

} // namespace program
