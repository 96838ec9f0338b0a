#pragma once

#include <string>
#include <string_view>

namespace program {

/// JSON with its comments, // to the end of the line and /* ... */, as spaces: every letter stays in its line
/// and column. Text between quotes is left as it is.
[[nodiscard]] std::string without_comments(std::string_view text);

} // namespace program
