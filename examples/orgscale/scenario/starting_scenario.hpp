#pragma once

#include <string>

namespace program {

/// A scenario to begin with, commented, that runs as it is: of an organisation that grows "linear", "parallel" or
/// as a "network", or of a "promise" to design one for. Refuses (bad_input) another kind.
[[nodiscard]] std::string starting_scenario(const std::string& kind);

} // namespace program
