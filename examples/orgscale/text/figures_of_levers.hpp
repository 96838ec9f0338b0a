#pragma once

#include <optional>
#include <string>

#include "study/study.hpp"
#include "text/figure_table.hpp"

namespace program {

/// What ten percent more of each parameter does; nothing if none does anything.
[[nodiscard]] std::optional<figure_table> figures_of_levers(const study& found);

/// What its columns mean.
[[nodiscard]] std::string legend_of_levers(const study& found);

/// Where the money runs out: what puts that off; nothing if nothing does, or it doesn't run out.
[[nodiscard]] std::optional<figure_table> figures_of_lasting(const study& found);

/// What its columns mean.
[[nodiscard]] std::string legend_of_lasting(const study& found);

} // namespace program
