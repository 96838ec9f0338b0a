#pragma once

#include <string>

#include "study/identified.hpp"

namespace program {

/// What was identified as one HTML file that needs no other: the verdict, plots, tables, reasons.
[[nodiscard]] std::string report_of(const identified& found);

} // namespace program
