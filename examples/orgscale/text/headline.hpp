#pragma once

#include "study/study.hpp"
#include "text/passage.hpp"

namespace program {

/// The answer in a sentence, and in a few more what stops the organisation, when, which one change helps
/// most, and how sure that is.
[[nodiscard]] passage headline_of(const study& found);

/// Whether the organisation ends with fewer customers than it begins with, or visibly fewer than it had on
/// the way.
[[nodiscard]] bool shrinks(const outcome& one);

} // namespace program
