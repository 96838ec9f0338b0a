#pragma once

#include <string>

namespace program {

/// A value that can be computed with, but may not be what was meant.
struct warning {
    std::string place; ///< file, line and column
    std::string text; ///< one sentence: "organisation.churn is 2, so 200 percent leave in a month; ..."
};

} // namespace program
