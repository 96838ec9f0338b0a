#pragma once

#include <orgscale/core/state.hpp>

namespace orgscale {

/// Where an organisation stands: who does the work, and whom it is done for.
template <real Real = double>
struct growth_state {
    Real people;    ///< n    [people]
    Real customers; ///< c    [customers]
};

static_assert(state<growth_state<>, double>);

} // namespace orgscale
