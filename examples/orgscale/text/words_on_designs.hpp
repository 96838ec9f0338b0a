#pragma once

#include "study/study.hpp"
#include "text/passage.hpp"

namespace program {

/// Which organisations keep the promise, what they cost and what rules out the others.
[[nodiscard]] passage on_designs(const study& found);

/// The one that keeps it at the least cost; nothing if none does.
[[nodiscard]] const design_found* cheapest_of(const std::vector<design_found>& designs);

} // namespace program
