#pragma once

#include <filesystem>

#include "study/study.hpp"

namespace program {

struct problem;

/// Computes all that is said about a scenario.
[[nodiscard]] study make_study(problem all);

/// The same of a scenario file; what can't be used of it is refused (bad_input) in one line.
[[nodiscard]] study study_of(const std::filesystem::path& scenario);

} // namespace program
