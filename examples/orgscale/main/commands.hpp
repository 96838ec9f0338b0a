#pragma once

#include <vector>

#include "main/command.hpp"

namespace program {

// Each command stands in a file of its name, main/plan.cpp, once here and once in commands.cpp.

[[nodiscard]] command plan();
[[nodiscard]] command identify();
[[nodiscard]] command calibrate();
[[nodiscard]] command compare();

/// The commands that the program knows, in the order in which the help lists them.
[[nodiscard]] std::vector<command> commands();

} // namespace program
