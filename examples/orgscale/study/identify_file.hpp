#pragma once

#include "study/identified.hpp"
#include "study/read_data.hpp"

namespace program {

/// Reads a file of figures and identifies how its output grows over time, and how it depends on a size where
/// there is one.
[[nodiscard]] identified identify_file(const data_request& asked);

} // namespace program
