#pragma once

#include <string>

namespace program {

/// What a parameter means, in which unit, what it may be, what it is where it isn't stated, where it stands in a
/// scenario, and what has been published of its size. The name may have its prefix. Of a section of the
/// scenario, what it is for. Refuses (bad_input) what is neither, with the nearest.
[[nodiscard]] std::string explanation_of(const std::string& name);

} // namespace program
