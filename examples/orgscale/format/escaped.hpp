#pragma once

#include <string>

namespace program {

/// Text as it may stand in HTML and SVG, also in a quoted attribute.
[[nodiscard]] std::string escaped(const std::string& text);

} // namespace program
