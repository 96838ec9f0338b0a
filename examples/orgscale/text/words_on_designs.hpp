#pragma once

#include "study/study.hpp"
#include "text/passage.hpp"

namespace program {

/// Which organisations keep the promise, what they cost and what forbids the others.
[[nodiscard]] passage on_designs(const study& found);

} // namespace program
