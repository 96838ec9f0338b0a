#pragma once

#include "format/section.hpp"
#include "scenario/scenario.hpp"

namespace program {

/// For each composition the parameters that the file leaves to their defaults.
[[nodiscard]] decltype(scenario::by_default) read_defaults(const section&  whole,
                                                           const scenario& plan);

} // namespace program
