#pragma once

#include <orgscale/core/state.hpp>

namespace orgscale {

/// The state of an operated organisation with delayed observation and a budget.
template <real Real = double>
struct observed_funded_state {
    Real people;    ///< n                                   [people]
    Real customers; ///< c                                   [customers]
    Real perceived; ///< p, load perceived by those who hire [customers]
    Real cash;      ///< m, cash at hand                     [money]
};

static_assert(state<observed_funded_state<>, double>);

} // namespace orgscale
