#pragma once

#include <string>
#include <vector>

#include "study.hpp"

namespace plan {

/// A table of formatted figures: the first column names the row.
struct figure_table {
    std::string                           title;
    std::vector<std::string>              heads;
    std::vector<bool>                     numeric; ///< columns that stand right
    std::vector<std::vector<std::string>> rows;
    bool                                  last_wraps = false; ///< the last column has long texts
};

/// People, customers, what limits, and what it takes at the end.
[[nodiscard]] std::vector<figure_table> figures_of(const study& found);

/// What the signs in the figures mean.
[[nodiscard]] std::string legend_of(const study& found);

/// "now (2008): 186 thousand people, ...; linear growth under hierarchy".
[[nodiscard]] std::string situation_of(const study& found);

} // namespace plan
