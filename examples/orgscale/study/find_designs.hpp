#pragma once

#include <vector>

#include "scenario/problem.hpp"
#include "study/design_found.hpp"

namespace program {

/// Of the scenario's compositions, each; nothing without a promise and something to choose.
[[nodiscard]] std::vector<design_found> find_designs(const problem& all);

/// The problem with the organisations that were designed in place of what it leaves open, and where it
/// doesn't state what the organisation is, the cheapest that keeps the promise. Where nothing in the ranges
/// is an organisation, it is as it was.
[[nodiscard]] problem with_designs(problem all, const std::vector<design_found>& designs);

} // namespace program
