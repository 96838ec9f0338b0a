#pragma once

#include <vector>

#include "study/study.hpp"
#include "text/passage.hpp"

namespace program {

/// What stands beside the headline: the promise, what the comparison rests on, what would help, the answers
/// to the scenario's questions, and how sure all that is.
[[nodiscard]] std::vector<passage> answer_of(const study& found);

/// The rest: how the six compare, what stops the organisation, what customers get, costs, and fit.
[[nodiscard]] std::vector<passage> details_of(const study& found);

/// Both, without passages that have nothing to say.
[[nodiscard]] std::vector<passage> words_of(const study& found);

} // namespace program
