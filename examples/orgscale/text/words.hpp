#pragma once

#include <vector>

#include "study/study.hpp"
#include "text/passage.hpp"

namespace program {

/// The answer: which composition leads, what the organisation meets first, what would move it.
[[nodiscard]] std::vector<passage> answer_of(const study& found);

/// All that the study says, the answer first.
[[nodiscard]] std::vector<passage> words_of(const study& found);

} // namespace program
