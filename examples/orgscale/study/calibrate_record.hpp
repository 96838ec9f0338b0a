#pragma once

#include <string>
#include <vector>

#include "scenario/organisation.hpp"
#include "scenario/recorded.hpp"
#include "study/calibrated.hpp"

namespace program {

/// What is to be estimated of an organisation, from which record.
struct calibration_request {
    const organisation&      one;
    orgscale::growth_state<> now;
    recorded                 record; ///< times as the run counts them, from 0 on
    std::vector<std::string> names; ///< of parameters; "now.people" and "now.customers" of the start
};

/// Estimates by maximum likelihood, with errors in proportion to the figures. Reports that are late begin as those of the
/// scenario do. In a file of its own, since it takes
/// long to compile.
[[nodiscard]] calibrated calibrate_record(const calibration_request& asked);

} // namespace program
