#pragma once

#include <string>

#include "study/study.hpp"

namespace program {

/// The study as JSON: everything that table and report say, numbers as numbers. What isn't there is
/// null; times are in the scenario's unit from its start.
[[nodiscard]] std::string json_of(const study& found);

} // namespace program
