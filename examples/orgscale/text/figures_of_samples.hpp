#pragma once

#include <optional>

#include "study/study.hpp"
#include "text/figure_table.hpp"

namespace program {

/// What is uncertain; with what the scenario tells of its source, if that is wanted.
[[nodiscard]] figure_table table_of_unknowns(const study& found, bool with_sources);

/// Between which figures 8 of 10 cases lie; nothing if there are no cases.
[[nodiscard]] std::optional<figure_table> table_of_samples(const study& found);

} // namespace program
