#pragma once

#include <string>
#include <vector>

#include "study/study.hpp"
#include "text/figure_table.hpp"

namespace program {

/// People, customers, what limits, and what it takes at the end.
[[nodiscard]] std::vector<figure_table> figures_of(const study& found);

/// What the signs in the figures mean.
[[nodiscard]] std::string legend_of(const study& found);

/// "now (2008): 186 thousand people, ...; linear growth under hierarchy".
[[nodiscard]] std::string situation_of(const study& found);

} // namespace program
