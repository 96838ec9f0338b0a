#pragma once

#include "words.hpp"

namespace plan {

/// Which organisations keep the promise, what they cost and what forbids the others.
[[nodiscard]] passage on_designs(const study& found);

} // namespace plan
