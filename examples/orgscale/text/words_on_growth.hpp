#pragma once

#include <string>
#include <vector>

#include "study/identified.hpp"

namespace program {

/// The verdict on growth in a sentence.
[[nodiscard]] std::string growth_in_words(const identified& found);

/// Adds what else there is to say about growth: probabilities, ceiling, when it ends, since when the verdict holds.
void add_growth(std::vector<std::string>& said, const identified& found);

/// "between 3.2 million and 3.8 million", "at least 483", "without bounds".
[[nodiscard]] std::string interval_in_words(const estimated& one);

/// "2006.5" or "month 18": a time as the file counts it.
[[nodiscard]] std::string time_in_words(const identified& found, double at);

} // namespace program
