#pragma once

#include <array>
#include <string>

namespace program {

/// What a section of a scenario is for, with an example of it.
struct section_help {
    const char* name;
    const char* text;
};

/// In the order in which a scenario has them.
[[nodiscard]] const std::array<section_help, 31>& section_helps();

/// Its name and text in lines of at most 100 letters; the lines of examples stay as they are.
[[nodiscard]] std::string lines_of(const section_help& one);

} // namespace program
