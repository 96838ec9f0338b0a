#pragma once

#include <stdexcept>

namespace program {

/// Input that can't be used; the text is one line for the person who wrote it.
class bad_input : public std::runtime_error {
public:
    using std::runtime_error::runtime_error;
};

} // namespace program
