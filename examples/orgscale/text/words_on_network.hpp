#pragma once

#include "study/study.hpp"
#include "text/passage.hpp"

namespace program {

/// What carries a network: nothing if neither the organisation nor the leader is one.
[[nodiscard]] passage on_network(const study& found);

} // namespace program
