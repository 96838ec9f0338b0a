#pragma once

#include <string>

#include "study/study.hpp"
#include "text/passage.hpp"

namespace program {

/// When the wall comes and where the organisation ends if its uncertain parameters vary.
[[nodiscard]] passage on_samples(const study& found);

/// "all runs", "75 percent of the runs".
[[nodiscard]] std::string runs_in_words(double share);

} // namespace program
