#pragma once

#include <orgscale/core/state.hpp>

namespace orgscale {

/// The state of an organisation: its people and its customers.
template <real Real = double>
struct growth_state {
    Real people;    ///< n [people]
    Real customers; ///< c [customers]
};

static_assert(state<growth_state<>, double>);

} // namespace orgscale
