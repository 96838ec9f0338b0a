#pragma once

#include <vector>

#include <orgscale/ensemble/correlate.hpp>
#include <orgscale/ensemble/distribution.hpp>
#include <orgscale/ensemble/uncertain.hpp>
#include <orgscale/ensemble/vary.hpp>

#include "format/section.hpp"
#include "scenario/organisation.hpp"
#include "scenario/uncertainty.hpp"

namespace program {

/// What is uncertain, and the distribution of each value.
struct uncertain_values {
    uncertainty                         all;
    std::vector<orgscale::distribution> laws;
};

/// The part of it that belongs to one composition, as the library takes it.
struct unknowns_of_composition {
    std::vector<orgscale::uncertain_parameter> parameters;
    std::vector<orgscale::correlation>         together;
};

/// Reads the distributions in the sections of the compositions, and the section "uncertainty", which
/// must state "members" and "seed" where there is any. Refuses (bad_input) a distribution that leaves the
/// domain of its parameter, naming both.
[[nodiscard]] uncertain_values read_uncertainty(const section&                   whole,
                                                const std::vector<organisation>& models);

/// The model of which that is uncertain. Throws the library's parameter_error if a distribution leaves the
/// domain of its parameter, or correlations contradict each other.
[[nodiscard]] orgscale::uncertain_model<organisation_model> uncertain(
    const organisation& one, const unknowns_of_composition& unknowns);

/// Those of a composition; of the correlations those between two of them.
[[nodiscard]] unknowns_of_composition unknowns_of(const uncertainty&                         all,
                                                  const std::vector<orgscale::distribution>& laws,
                                                  const organisation&                        one);

} // namespace program
