#pragma once

#include "study/study.hpp"
#include "text/passage.hpp"

namespace program {

/// What may be a slip in the scenario, with its line; no sentences where nothing is.
[[nodiscard]] passage on_warnings(const study& found);

} // namespace program
