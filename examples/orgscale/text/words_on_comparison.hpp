#pragma once

#include "study/study.hpp"
#include "text/passage.hpp"

namespace program {

/// What differs between the compared compositions besides how they grow and decide: parameters that several have, with
/// values of their own.
[[nodiscard]] passage on_differences(const study& found);

/// Every value that the scenario left to its default, or gave as uncertain.
[[nodiscard]] passage on_assumptions(const study& found);

} // namespace program
