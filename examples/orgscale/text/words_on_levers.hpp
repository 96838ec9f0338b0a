#pragma once

#include <string>

#include "study/study.hpp"
#include "text/passage.hpp"

namespace program {

/// What ten percent more of a parameter does to the wall, or where that has no date that moves, to the
/// customers at the horizon.
[[nodiscard]] passage on_levers(const study& found);

/// "14 months later".
[[nodiscard]] std::string later_or_sooner(const time_scale& time, double by);

} // namespace program
