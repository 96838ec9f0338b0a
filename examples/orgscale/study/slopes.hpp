#pragma once

#include <orgscale/compare/levers.hpp>
#include <orgscale/growth/growth_state.hpp>

#include "scenario/organisation.hpp"

namespace program {

/// The exact derivatives of the date of a run's wall by every parameter.
[[nodiscard]] orgscale::ranked_levers<> slopes_of_wall(const organisation&             one,
                                                       const orgscale::growth_state<>& now,
                                                       double                          horizon);

/// Those of its customers at the horizon.
[[nodiscard]] orgscale::ranked_levers<> slopes_of_customers(const organisation&             one,
                                                            const orgscale::growth_state<>& now,
                                                            double horizon);

} // namespace program
