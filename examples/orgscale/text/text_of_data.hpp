#pragma once

#include <string>

#include "study/identified.hpp"

namespace program {

/// What was identified as plain text: the verdict in words, tables, reasons.
[[nodiscard]] std::string text_of(const identified& found);

} // namespace program
