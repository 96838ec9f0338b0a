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

/// What the study says, in words.
[[nodiscard]] std::vector<passage> words_of(const study& found);

} // namespace plan
