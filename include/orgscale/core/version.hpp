#pragma once

#include <orgscale/core/language.hpp>

namespace orgscale {

// The version of the library; the build reads it from these lines. While the major version is 0, a minor
// version may break programs; a patch never does.

inline constexpr int version_major = 0;
inline constexpr int version_minor = 1;
inline constexpr int version_patch = 0;

} // namespace orgscale
