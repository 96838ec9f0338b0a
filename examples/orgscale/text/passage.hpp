#pragma once

#include <string>
#include <vector>

namespace program {

/// A heading and the sentences under it, each made from computed values.
struct passage {
    std::string              heading;
    std::vector<std::string> sentences;
};

} // namespace program
