#pragma once

#include <array>

#include <orgscale/customer/scaling_journey.hpp>
#include <orgscale/design/promise.hpp>

#include "scenario.hpp"
#include "section.hpp"

namespace plan {

/// The conditions of the stages, where the scenario has its own.
[[nodiscard]] orgscale::scaling_journey<> read_stages(const section& from);

/// What is promised, at the horizon unless it tells by when. Refuses (bad_input) a promise of nothing.
[[nodiscard]] orgscale::promise<> read_promise(const section& from, const time_scale& time);

/// Which compositions have no value for a parameter without a default, but a range to choose it from.
/// Refuses that of the organisation that is told.
[[nodiscard]] std::array<bool, 6> read_left_open(const section& whole, const scenario& plan);

/// Refuses what no composition has, what is there twice or has a distribution, and a range that leaves the
/// domain of its parameter.
void check_choices(const section& from, const scenario& plan);

} // namespace plan
