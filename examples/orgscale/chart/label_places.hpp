#pragma once

#include <vector>

namespace program {

/// Where the middle of a label should stand, and how much room it takes.
struct wanted_place {
    double middle;
    double height;
};

/// Middles for labels that don't overlap, each near where it is wanted, and all between `top` and
/// `foot` if they fit there. The wanted places must rise.
[[nodiscard]] std::vector<double> spread(const std::vector<wanted_place>& wanted, double top,
                                         double foot);

} // namespace program
