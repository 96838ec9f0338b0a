#pragma once

#include <array>
#include <cstddef>

#include <orgscale/core/real.hpp>

namespace orgscale {

/// The derivative of a state, and how far each change of what binds is: differences whose signs choose the
/// branches of the equations. A dynamics that gives both in one call, `derivative_and_margins(t, x)`, is
/// solved piece by piece: its steps end where a margin changes sign.
template <class State, real Real, std::size_t Count>
struct margined_derivative {
    State                   derivative;
    std::array<Real, Count> margins;
};

} // namespace orgscale
