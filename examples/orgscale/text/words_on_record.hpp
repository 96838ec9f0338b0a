#pragma once

#include "study/study.hpp"
#include "text/passage.hpp"

namespace program {

/// How far the compositions, a line and an exponential miss what was recorded.
[[nodiscard]] passage on_record(const study& found);

} // namespace program
