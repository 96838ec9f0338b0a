#pragma once

#include <string>
#include <vector>

#include "study/study.hpp"
#include "text/figure_table.hpp"

namespace program {

/// The six side by side at the end: how far each gets, with how many people, and what stops it when.
[[nodiscard]] figure_table verdict_of(const study& found);

/// What its signs mean.
[[nodiscard]] std::string legend_of_verdict(const study& found);

/// People and customers over time, what limits them, what customers get and what it takes at the end.
[[nodiscard]] std::vector<figure_table> figures_of(const study& found);

/// What the signs in the figures mean.
[[nodiscard]] std::string legend_of(const study& found);

/// "now (2008): 186 thousand people, ...; linear growth under hierarchy".
[[nodiscard]] std::string situation_of(const study& found);

} // namespace program
