#pragma once

#include <orgscale/core/state.hpp>

namespace orgscale {

/// Where a project stands: what is left to do, and who does it.
template <real Real = double>
struct project_state {
    Real requirements;       ///< still to be met    [work]
    Real new_people;         ///< W                  [people]
    Real experienced_people; ///< E                  [people]
};

static_assert(state<project_state<>, double>);

} // namespace orgscale
