#pragma once

#include <string>

#include "study/identified.hpp"

namespace program {

/// What was identified as JSON: verdict, probabilities, exponent, ceiling, wall and reasons first. An end of an interval
/// that is null is unbounded; what isn't there is null.
[[nodiscard]] std::string json_of(const identified& found);

} // namespace program
