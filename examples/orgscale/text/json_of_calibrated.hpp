#pragma once

#include <string>

#include "study/calibrate_file.hpp"

namespace program {

/// What a record says about a scenario's parameters, for programs: verdict, estimates with intervals, their
/// correlations, what can't be separated, and the scenario with the estimates as text.
[[nodiscard]] std::string json_of(const calibrated_scenario& one);

} // namespace program
