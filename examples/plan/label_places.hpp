#pragma once

#include <vector>

namespace plan {

/// Places for labels, at least `room` apart and between `top` and `foot` if they fit there, near
/// where each is wanted. The wanted places must rise.
[[nodiscard]] std::vector<double> spread(const std::vector<double>& wanted, double room, double top,
                                         double foot);

} // namespace plan
