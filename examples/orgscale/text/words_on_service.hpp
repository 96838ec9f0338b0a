#pragma once

#include "study/study.hpp"
#include "text/passage.hpp"

namespace program {

/// What the organisation's customers get, and which stages of its journey it comes to when.
[[nodiscard]] passage on_service(const study& found);

} // namespace program
