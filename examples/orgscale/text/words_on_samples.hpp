#pragma once

#include "study/study.hpp"
#include "text/passage.hpp"

namespace program {

/// When the wall comes and where the organisation ends if its uncertain parameters vary.
[[nodiscard]] passage on_samples(const study& found);

} // namespace program
