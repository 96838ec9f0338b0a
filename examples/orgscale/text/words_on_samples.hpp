#pragma once

#include "study/study.hpp"
#include "text/passage.hpp"

namespace program {

/// When the wall comes and where the organisation arrives, if some of its parameters are known only by
/// their distributions.
[[nodiscard]] passage on_samples(const study& found);

} // namespace program
