#pragma once

#include <filesystem>

#include "scenario/problem.hpp"

namespace program {

/// Reads a scenario and the CSV it names, or refuses it (bad_input) in one line.
[[nodiscard]] problem read_scenario(const std::filesystem::path& file);

} // namespace program
