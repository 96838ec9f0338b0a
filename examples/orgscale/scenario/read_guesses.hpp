#pragma once

#include "format/section.hpp"
#include "scenario/problem.hpp"

namespace program {

/// Reads "guesses": "all", ["churn", "imitation"], or {"all_but": ["churn"]}. Refuses (bad_input) what is none
/// of these, and a name that no composition has.
[[nodiscard]] guesses read_guesses(const section& whole, const problem& all);

} // namespace program
