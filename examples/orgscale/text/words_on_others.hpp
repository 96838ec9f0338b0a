#pragma once

#include "study/study.hpp"
#include "text/passage.hpp"

namespace program {

/// When other compositions overtake the organisation as it is.
[[nodiscard]] passage on_overtaking(const study& found);

/// The answers to the scenario's questions.
[[nodiscard]] passage on_what_ifs(const study& found);

} // namespace program
