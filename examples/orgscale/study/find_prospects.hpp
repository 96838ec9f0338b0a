#pragma once

#include <optional>

#include "scenario/problem.hpp"
#include "study/prospects.hpp"

namespace program {

/// Of the organisation as it is; nothing if nothing of it is uncertain. A bar on standard error shows
/// how far it is, where that is a terminal.
[[nodiscard]] std::optional<prospects> find_prospects(const problem& all);

} // namespace program
