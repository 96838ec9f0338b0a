#pragma once

#include <string>
#include <vector>

#include "study.hpp"

namespace plan {

/// A heading and the sentences under it, each made from computed values.
struct passage {
    std::string              heading;
    std::vector<std::string> sentences;
};

/// The answer: which composition leads, what the organisation meets first, what would move it.
[[nodiscard]] std::vector<passage> answer_of(const study& found);

/// All that the study says, the answer first.
[[nodiscard]] std::vector<passage> words_of(const study& found);

} // namespace plan
