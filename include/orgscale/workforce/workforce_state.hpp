#pragma once

#include <orgscale/core/state.hpp>

namespace orgscale {

/// Who does the work: those who still learn it, and those who know it.
template <real Real = double>
struct workforce_state {
    Real rookies;     ///< R    [people]
    Real experienced; ///< E    [people]
};

static_assert(state<workforce_state<>, double>);

} // namespace orgscale
