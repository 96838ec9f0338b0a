#pragma once

#include <string>

#include "main/command.hpp"

namespace program {

/// The ways to call a command, with this between them.
[[nodiscard]] std::string usage_of(const command& one, const std::string& between = " | ");

} // namespace program
