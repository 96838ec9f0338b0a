#pragma once

#include <limits>

/// The spacing of doubles at 1: an error of a few of these is rounding.
inline constexpr double ulp = std::numeric_limits<double>::epsilon();

inline constexpr double infinite = std::numeric_limits<double>::infinity();
