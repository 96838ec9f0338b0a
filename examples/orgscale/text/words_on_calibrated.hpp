#pragma once

#include <string>

#include "study/calibrate_file.hpp"

namespace program {

/// What the record says about the parameters: the verdict, a table of estimates with intervals, and what the
/// record can't tell.
[[nodiscard]] std::string text_of(const calibrated_scenario& one);

} // namespace program
