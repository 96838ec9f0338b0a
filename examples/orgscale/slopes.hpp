#pragma once

#include <orgscale/compare/levers.hpp>

#include "composition.hpp"

namespace plan {

/// The exact derivatives of a run's wall and of its customers at the horizon by every parameter.
struct slopes {
    orgscale::ranked_levers<> wall; ///< of its date
    orgscale::ranked_levers<> customers;
};

/// Each parameter is named as the library does.
[[nodiscard]] slopes slopes_of(const composition& model, const orgscale::growth_state<>& now,
                               double horizon);

} // namespace plan
