#pragma once

#include <filesystem>
#include <string_view>

#include "scenario/problem.hpp"

namespace program {

/// Reads a scenario and the CSV it names, or refuses it (bad_input) in one line.
[[nodiscard]] problem read_scenario(const std::filesystem::path& file);

/// The same of the text of a file that lies there.
[[nodiscard]] problem scenario_in(std::string_view text, const std::filesystem::path& file);

} // namespace program
