#pragma once

#include <vector>

#include "scenario/problem.hpp"
#include "study/outcome.hpp"

namespace program {

/// The six compositions of the scenario.
[[nodiscard]] std::vector<outcome> examine_all(const problem& all);

/// One composition from the scenario's start.
[[nodiscard]] outcome examine(const problem& all, const organisation& one);

/// The same in short.
[[nodiscard]] gist gist_of(const scenario& plan, const organisation& one);

} // namespace program
