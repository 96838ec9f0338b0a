#pragma once

#include <string>

#include "study/study.hpp"

namespace program {

/// The study as one HTML file that needs no other: plots, tables, words, facts, parameters.
[[nodiscard]] std::string report_of(const study& found);

} // namespace program
