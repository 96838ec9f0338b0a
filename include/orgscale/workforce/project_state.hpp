#pragma once

#include <orgscale/core/state.hpp>

namespace orgscale {

/// The state of a project: the work left and the people on it.
template <real Real = double>
struct project_state {
    Real requirements;       ///< Q, not yet met [work]
    Real new_people;         ///< W              [people]
    Real experienced_people; ///< E              [people]
};

static_assert(state<project_state<>, double>);

} // namespace orgscale
