#pragma once

#include <filesystem>
#include <functional>

#include "scenario/scenario.hpp"
#include "study/study.hpp"

namespace program {

/// Reads a scenario and computes all that is said about it; `once_read` is called in between, to refuse
/// what can't be written and to warn before anything takes time.
[[nodiscard]] study study_of_file(const std::filesystem::path&                file,
                                  const std::function<void(const scenario&)>& once_read);

} // namespace program
