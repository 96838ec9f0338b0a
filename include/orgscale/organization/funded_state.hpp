#pragma once

#include <orgscale/core/state.hpp>

namespace orgscale {

/// Where an operated organisation stands that hires from its own money.
template <real Real = double>
struct funded_state {
    Real people;    ///< n    [people]
    Real customers; ///< c    [customers]
    Real cash;      ///< m, money at hand, what was earned less what was spent    [money]
};

static_assert(state<funded_state<>, double>);

} // namespace orgscale
