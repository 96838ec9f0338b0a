#pragma once

#include <vector>

#include "format/section.hpp"
#include "scenario/problem.hpp"

namespace program {

/// Which compositions have no value for a parameter without a default, but a range to choose it from.
/// Refuses (bad_input) that of the organisation that is stated.
[[nodiscard]] decltype(scenario::left_open) read_left_open(const section&  whole,
                                                           const scenario& plan);

/// Refuses what no composition has, what is there twice or has a distribution, and a range that leaves the
/// domain of its parameter.
void check_choices(const section& from, const problem& all);

/// Refuses names that no composition has, before anything is said to be missing.
void check_choice_names(const section& from, const section& whole,
                        const std::vector<choice>& choices);

} // namespace program
