#pragma once

#include <cstddef>
#include <string>

namespace program {

/// Letters, not bytes, of UTF-8 text.
[[nodiscard]] std::size_t letters(const std::string& text);

/// Text broken at spaces into lines of a width, the second and later ones indented.
[[nodiscard]] std::string wrapped(const std::string& text, std::size_t width, std::size_t indent);

} // namespace program
