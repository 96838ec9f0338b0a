#pragma once

#include <string>
#include <vector>

#include "study/study.hpp"
#include "text/figure_table.hpp"

namespace program {

/// Which organisations keep the promise and at what cost, and what was chosen for each; none where nothing is
/// to be chosen.
[[nodiscard]] std::vector<figure_table> figures_of_designs(const study& found);

/// What those columns mean.
[[nodiscard]] std::string legend_of_designs(const study& found);

/// What its marks mean in the table of what was chosen; empty if it has none.
[[nodiscard]] std::string legend_of_choices(const study& found);

/// "dollars", or "people times months" where nobody says what a person costs.
[[nodiscard]] std::string cost_of_design_in(const scenario& plan);

/// "100 thousand customers, served within 2 days of being won, room for 95 percent of them".
[[nodiscard]] std::string promise_in_words(const scenario& plan);

} // namespace program
