#pragma once

#include <cstddef>
#include <string>
#include <vector>

namespace program {

/// What is to stand in place of a JSON value that begins at this place.
struct replacement {
    std::size_t line;
    std::size_t column; ///< in letters
    std::string text;
};

/// The text of a JSON file, which may have comments, with values replaced and all else as it was.
[[nodiscard]] std::string rewritten(const std::string& text, std::vector<replacement> changes);

/// The same with another entry at the end of the outermost object.
[[nodiscard]] std::string with_entry(const std::string& text, const std::string& entry);

} // namespace program
