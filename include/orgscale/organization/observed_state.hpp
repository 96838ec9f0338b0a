#pragma once

#include <orgscale/core/state.hpp>

namespace orgscale {

/// The state of an operated organisation with delayed observation.
template <real Real = double>
struct observed_state {
    Real people;    ///< n                                   [people]
    Real customers; ///< c                                   [customers]
    Real perceived; ///< p, load perceived by those who hire [customers]
};

static_assert(state<observed_state<>, double>);

} // namespace orgscale
