#pragma once

#include <optional>
#include <vector>

#include "study/identified.hpp"
#include "text/figure_table.hpp"

namespace program {

/// The laws with their probabilities and ceilings; nothing where none was fitted.
[[nodiscard]] std::optional<figure_table> table_of_laws(const identified& found);

/// The exponent found in several ways.
[[nodiscard]] std::optional<figure_table> table_of_exponents(const identified& found);

/// The forecasts of back-tests beside what came.
[[nodiscard]] std::optional<figure_table> table_of_back_tests(const identified& found);

/// What is to come, at a few times.
[[nodiscard]] std::optional<figure_table> table_of_forecast(const identified& found);

/// All of them that there are.
[[nodiscard]] std::vector<figure_table> tables_of(const identified& found);

} // namespace program
