#pragma once

#include <orgscale/core/language.hpp>

namespace orgscale {

// The version of the library, told here and nowhere else: the build reads these lines. While the
// major number is 0, another minor number may break what a program relies on; a patch never does.

inline constexpr int version_major = 0;
inline constexpr int version_minor = 1;
inline constexpr int version_patch = 0;

} // namespace orgscale
