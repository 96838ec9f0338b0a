#pragma once

#include <string>

#include "chart/plot.hpp"

namespace program {

/// Draws curves that others would hide beside those, so that both are seen. The plot must have its scale.
/// Returns a sentence that says which run together; empty if none do.
std::string part_coinciding(plot& shown);

} // namespace program
