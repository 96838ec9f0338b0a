#pragma once

#include <string>
#include <vector>

#include "study/region_study.hpp"
#include "text/figure_table.hpp"
#include "text/passage.hpp"

namespace program {

/// Which is better where, in a sentence or two.
[[nodiscard]] passage headline_of(const region_study& found);

/// The regions with a witness each, and places of the lines between them.
[[nodiscard]] std::vector<figure_table> tables_of(const region_study& found);

/// What a reader should know of the map.
[[nodiscard]] passage on_map(const region_study& found);

[[nodiscard]] std::string text_of(const region_study& found);

/// The lines between regions, place by place.
[[nodiscard]] std::string csv_of(const region_study& found);

} // namespace program
