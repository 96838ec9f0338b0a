#pragma once

#include <array>

namespace program {

/// What a section of a scenario is for, with an example of it.
struct section_help {
    const char* name;
    const char* text;
};

/// In the order in which a scenario has them.
[[nodiscard]] const std::array<section_help, 23>& section_helps();

} // namespace program
