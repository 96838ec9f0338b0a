#pragma once

#include <string>

#include "words.hpp"

namespace plan {

/// When the wall comes and where the organisation arrives, if some of its parameters are known only by
/// their distributions.
[[nodiscard]] passage on_cases(const study& found);

/// "2,000 cases drawn from 5 uncertain parameters".
[[nodiscard]] std::string cases_drawn(const study& found);

} // namespace plan
