#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace program {

/// Letters to insert, delete, replace or swap with a neighbour to turn one name into the other
/// (Damerau-Levenshtein, each letter touched once).
[[nodiscard]] std::size_t edit_distance(std::string_view first, std::string_view second);

/// "; did you mean hiring_rate?", or what there is to choose from if nothing is near.
[[nodiscard]] std::string did_you_mean(std::string_view name, const std::vector<std::string>& known);

} // namespace program
