#pragma once

#include <orgscale/core/state.hpp>

namespace orgscale {

/// The state of an operated organisation with a budget.
template <real Real = double>
struct funded_state {
    Real people;    ///< n               [people]
    Real customers; ///< c               [customers]
    Real cash;      ///< m, cash at hand [money]
};

static_assert(state<funded_state<>, double>);

} // namespace orgscale
