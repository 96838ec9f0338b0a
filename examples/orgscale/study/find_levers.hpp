#pragma once

#include "scenario/organisation.hpp"
#include "scenario/scenario.hpp"
#include "study/levers.hpp"

namespace program {

/// What each parameter of an organisation does to its wall and to its customers at the horizon.
[[nodiscard]] levers find_levers(const scenario& plan, const organisation& one);

} // namespace program
