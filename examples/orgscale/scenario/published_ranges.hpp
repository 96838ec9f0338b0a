#pragma once

#include <string>
#include <vector>

namespace program {

/// What has been published of a parameter's size.
struct published_range {
    const char* parameter; ///< without a prefix
    const char* range;
    const char* source;
};

/// All that is known of a parameter, given its name without a prefix; mostly nothing.
[[nodiscard]] std::vector<published_range> published_ranges_of(const std::string& parameter);

} // namespace program
