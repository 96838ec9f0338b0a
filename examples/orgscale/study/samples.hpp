#pragma once

#include <cstdint>
#include <optional>

#include <orgscale/ensemble/uncertain.hpp>
#include <orgscale/growth/growth_state.hpp>

#include "scenario/operations.hpp"
#include "scenario/organisation_model.hpp"
#include "scenario/scenario.hpp"
#include "study/prospects.hpp"

namespace program {

/// Samples of an organisation that are to be drawn.
struct samples {
    orgscale::uncertain_model<organisation_model> drawn;
    orgscale::growth_state<>                      now;
    operations                                    run_by;
    std::optional<target>                         aim;
    double                                        horizon;
    std::uint64_t                                 members;
    std::uint64_t                                 seed;
};

/// Runs each of them once, on all processors. An organisation that has ended has no people and no customers.
[[nodiscard]] prospects prospects_of(const samples& asked);

} // namespace program
