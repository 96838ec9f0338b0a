#pragma once

#include <orgscale/compare/levers.hpp>
#include <orgscale/growth/growth_state.hpp>

#include "scenario/organisation.hpp"

namespace program {

/// The exact derivatives of a run's wall and of its customers at the horizon by every parameter.
struct slopes {
    orgscale::ranked_levers<> wall; ///< of its date
    orgscale::ranked_levers<> customers;
};
[[nodiscard]] slopes slopes_of(const organisation& one, const orgscale::growth_state<>& now,
                               double horizon);

} // namespace program
