#pragma once

#include <vector>

#include <orgscale/customer/scaling_journey.hpp>
#include <orgscale/ensemble/distribution.hpp>

#include "scenario/organisation.hpp"
#include "scenario/scenario.hpp"

namespace program {

/// A scenario and the models that are made of it.
struct problem {
    scenario                            plan;
    std::vector<organisation>           compositions; ///< in the order of composition_names
    std::vector<organisation>           what_ifs;     ///< what each question changes it to
    std::vector<orgscale::distribution> laws;         ///< of each of plan.unknowns.values
    orgscale::scaling_journey<>         journey;

    [[nodiscard]] const organisation& now() const { return compositions[plan.now_is]; }
};

} // namespace program
