#pragma once

#include <string>

#include "chart/plot.hpp"

namespace program {

/// Gives curves that others would hide a wide pale line, so that they are seen below them. The plot must have its scale.
/// Returns a sentence that says which run together; empty if none do.
std::string part_coinciding(plot& shown);

} // namespace program
