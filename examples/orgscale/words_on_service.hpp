#pragma once

#include "words.hpp"

namespace plan {

/// What the organisation's customers get, and which stages of its journey it comes to when.
[[nodiscard]] passage on_service(const study& found);

} // namespace plan
