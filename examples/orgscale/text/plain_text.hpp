#pragma once

#include <string>

#include "study/study.hpp"

namespace program {

/// The study as plain text: tables, then words, at most 100 columns wide where names allow.
[[nodiscard]] std::string text_of(const study& found);

} // namespace program
