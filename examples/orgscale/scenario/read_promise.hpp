#pragma once

#include <orgscale/customer/scaling_journey.hpp>
#include <orgscale/design/promise.hpp>

#include "format/section.hpp"
#include "format/time_scale.hpp"
#include "scenario/scenario.hpp"

namespace program {

/// The conditions of the stages, where the scenario has its own. A stage counts as reached when it has lasted
/// for three months, unless the scenario states another holding_time.
[[nodiscard]] orgscale::scaling_journey<> read_stages(const section& from, const time_scale& time);

/// A share of the customers to be served within a time, if that is promised; refuses (bad_input) one that can't be.
[[nodiscard]] std::optional<wait_tail> read_wait_tail(const section& from);

/// What it would like to have, at the horizon unless it states by when. Refuses (bad_input) a target of nothing.
[[nodiscard]] target read_target(const section& from, const time_scale& time);

/// What is promised, at the horizon unless it states by when. A promise about a share within a time becomes one of
/// the mean wait. Refuses (bad_input) a promise of nothing.
[[nodiscard]] orgscale::promise<> read_promise(const section& from, const time_scale& time);

} // namespace program
