#pragma once

#include <orgscale/core/state.hpp>

namespace orgscale {

/// Where an operated organisation stands that sees its customers after a delay.
template <real Real = double>
struct observed_state {
    Real people;    ///< n    [people]
    Real customers; ///< c    [customers]
    Real perceived; ///< p, for whom those who hire think that people are wanted    [customers]
};

static_assert(state<observed_state<>, double>);

} // namespace orgscale
