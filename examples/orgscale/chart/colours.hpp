#pragma once

#include <string>

namespace program {

// The report's style sheet defines each for light pages and for dark ones.

/// A colour of the style sheet by its name.
[[nodiscard]] inline std::string colour(const std::string& name) { return "var(--" + name + ")"; }

} // namespace program
