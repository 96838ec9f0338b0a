#pragma once

#include <orgscale/core/real.hpp>

namespace orgscale {

/// A state and its time.
template <class State, real Real = double>
struct step {
    Real  time;
    State state;
};

} // namespace orgscale
