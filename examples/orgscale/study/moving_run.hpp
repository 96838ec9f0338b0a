#pragma once

#include <optional>

#include <orgscale/core/dual.hpp>
#include <orgscale/growth/growth_state.hpp>

#include "scenario/organisation_model.hpp"

namespace program {

/// A number with its derivatives by every parameter of a composition.
using moving_number = orgscale::dual<double, orgscale::max_parameters<organisation_model>>;
using moving_model  = basic_organisation_model<moving_number>;

/// What a run over such numbers ends in.
struct moving_run {
    std::optional<moving_number> wall; ///< its date; nothing where there is none
    moving_number                customers;
};

/// In a file of its own, since it takes long to compile.
[[nodiscard]] moving_run run_of(const moving_model& model, const orgscale::growth_state<>& now,
                                double cash, double horizon);

} // namespace program
