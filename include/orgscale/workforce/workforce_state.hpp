#pragma once

#include <orgscale/core/state.hpp>

namespace orgscale {

/// The state of a workforce: those still learning the job and those who know it.
template <real Real = double>
struct workforce_state {
    Real rookies;     ///< R [people]
    Real experienced; ///< E [people]
};

static_assert(state<workforce_state<>, double>);

} // namespace orgscale
