#pragma once

#include <orgscale/core/state.hpp>

namespace orgscale {

/// Where an operated organisation stands that sees its customers after a delay and hires from its own
/// money.
template <real Real = double>
struct observed_funded_state {
    Real people;    ///< n    [people]
    Real customers; ///< c    [customers]
    Real perceived; ///< p, for whom those who hire think that people are wanted    [customers]
    Real cash;      ///< m, money at hand, what was earned less what was spent      [money]
};

static_assert(state<observed_funded_state<>, double>);

} // namespace orgscale
