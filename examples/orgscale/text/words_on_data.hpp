#pragma once

#include <string>
#include <vector>

#include "study/identified.hpp"
#include "text/passage.hpp"

namespace program {

/// The verdict in a sentence, and what a reader should know first.
[[nodiscard]] passage headline_of(const identified& found);

/// Which figures of which file this is about.
[[nodiscard]] std::string situation_of(const identified& found);

/// Why: what the engine says of the series, and of its scaling.
[[nodiscard]] passage on_reasons(const identified& found);

/// The same analysis with earlier figures only.
[[nodiscard]] passage on_back_tests(const identified& found);

/// What was done with the file, and what it says about itself.
[[nodiscard]] passage on_file(const identified& found);

/// "between 3.2 million and 3.8 million", "at least 483", "without bounds".
[[nodiscard]] std::string interval_in_words(const estimated& one);

/// "2006.5" or "month 18": a time as the file counts it.
[[nodiscard]] std::string time_in_words(const identified& found, double at);

} // namespace program
