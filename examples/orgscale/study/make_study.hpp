#pragma once

#include "study/study.hpp"

namespace program {

struct problem;

/// Computes all that is said about a scenario.
[[nodiscard]] study make_study(problem all);

} // namespace program
