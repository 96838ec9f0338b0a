#pragma once

#include <string>
#include <string_view>

namespace program {

/// At most 60 letters of a text, as a message quotes it: control characters as spaces, and "..." in place of
/// what is left out. No letter of UTF-8 is cut in two.
[[nodiscard]] std::string shortened(std::string_view text);

} // namespace program
