#pragma once

#include <string>

#include "study/region_study.hpp"

namespace program {

/// The map as a page.
[[nodiscard]] std::string report_of(const region_study& found);

} // namespace program
