#pragma once

#include <string>

#include "study.hpp"

namespace plan {

/// The study as plain text: tables, then words, at most 100 columns wide where names allow.
[[nodiscard]] std::string text_of(const study& found);

/// Text broken at spaces into lines of a width, the second and later ones indented.
[[nodiscard]] std::string wrapped(const std::string& text, std::size_t width, std::size_t indent);

} // namespace plan
