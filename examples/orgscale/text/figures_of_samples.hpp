#pragma once

#include <optional>

#include "study/study.hpp"
#include "text/figure_table.hpp"

namespace program {

/// The uncertain parameters; with the source that the scenario gives for each, if that is wanted.
[[nodiscard]] figure_table table_of_unknowns(const study& found, bool with_sources);

/// The range of 8 of 10 runs; nothing if there are none.
[[nodiscard]] std::optional<figure_table> table_of_samples(const study& found);

} // namespace program
