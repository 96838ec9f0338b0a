#pragma once

#include <vector>

#include "main/command.hpp"

namespace program {

// Each command stands in a file of its name, main/plan.cpp, and once in each of these two lists.

[[nodiscard]] command plan();
[[nodiscard]] command identify();
[[nodiscard]] command calibrate();
[[nodiscard]] command compare();

/// All of them, in the order in which the help lists them.
[[nodiscard]] inline std::vector<command> commands()
{
    return {plan(), identify(), calibrate(), compare()};
}

} // namespace program
