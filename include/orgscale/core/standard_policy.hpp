#pragma once

#include <concepts>

#include <orgscale/core/real.hpp>

namespace orgscale {

/// What people do for customers, as the work that they have had has left it. The policy brings a level y >= 0 to the
/// state; p >= 0 is the pressure of work: the customers who want service over those whom the people can serve by
/// that level.
///
///     opening()          y at the start
///     productivity(y)    customers per person, relative to the growth model's, >= 0               [-]
///     exertion(p)        customers served under pressure, over those without it, >= 1             [-]
///     rate(y, p)         dy/dt                                                               [1/time]
///     churn(y, p)        optional, default none: what it adds to the churn, >= 0             [1/time]
///     shortest_time()    optional: its fastest time constant, for the solver                   [time]
///     margins(y, p)      optional, default none: numbers whose signs choose the formulas of the
///                        answers above (see margined_derivative.hpp), in a std::array
///
/// The neutral policy, `fixed_standard`, changes nothing; copy it to write your own.
template <class Policy, class Real>
concept standard_policy = real<Real> && requires(const Policy& policy, const Real& number) {
    { policy.opening() } -> std::convertible_to<Real>;
    { policy.productivity(number) } -> std::convertible_to<Real>;
    { policy.exertion(number) } -> std::convertible_to<Real>;
    { policy.rate(number, number) } -> std::convertible_to<Real>;
};

} // namespace orgscale
