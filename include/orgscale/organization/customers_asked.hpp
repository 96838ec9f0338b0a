#pragma once

#include <orgscale/core/real.hpp>

namespace orgscale {

/// What becomes of the customers who ask an organisation with a waiting list. They start, wait or give up:
///
///     d waiting/dt = asked - started - given_up
template <real Real = double>
struct customers_asked {
    Real asked;    ///< customers won, who join the list       [customers/time]
    Real started;  ///< customers who are taken on             [customers/time]
    Real given_up; ///< customers who stop waiting             [customers/time]
};

} // namespace orgscale
