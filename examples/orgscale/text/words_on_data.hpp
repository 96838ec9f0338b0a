#pragma once

#include <string>

#include "study/identified.hpp"
#include "text/passage.hpp"

namespace program {

/// The verdict in a sentence, and what a reader should know first.
[[nodiscard]] passage headline_of(const identified& found);

/// The figures analysed, and their file.
[[nodiscard]] std::string situation_of(const identified& found);

/// The reasons for the verdicts on the series and its scaling.
[[nodiscard]] passage on_reasons(const identified& found);

/// The same analysis with earlier figures only.
[[nodiscard]] passage on_back_tests(const identified& found);

/// How the file was read, and its own remarks.
[[nodiscard]] passage on_file(const identified& found);

} // namespace program
