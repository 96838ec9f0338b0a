#pragma once

#include "words.hpp"

namespace plan {

/// How far the compositions, a line and an exponential miss what was recorded.
[[nodiscard]] passage on_record(const study& found);

} // namespace plan
