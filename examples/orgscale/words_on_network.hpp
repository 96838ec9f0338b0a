#pragma once

#include "words.hpp"

namespace plan {

/// What carries a network: nothing if neither the organisation nor the leader is one.
[[nodiscard]] passage on_network(const study& found);

} // namespace plan
