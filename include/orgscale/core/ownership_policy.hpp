#pragma once

#include <concepts>

#include <orgscale/core/real.hpp>

namespace orgscale {

/// Who owns a customer, in an organisation of n >= 1 people.
///
///     handoff_delay(n)        time that hand-offs add to a decision, >= 0                   [time]
///     decision_multiple(n)    decisions per customer, relative to a single owner, >= 1         [-]
///     handoff_delay(n, u)     optional, used instead where there are u >= 0 customers for each that can
///                             be served                                                     [time]
///     margins(n), margins(n, u)  optional, default none: numbers whose signs choose the formulas of
///                             these (see margined_derivative.hpp), in a std::array
///
/// The neutral policy, `single_owner`, returns 0 and 1; copy it to write your own.
template <class Policy, class Real>
concept ownership_policy = real<Real> && requires(const Policy& policy, const Real& people) {
    { policy.handoff_delay(people) } -> std::convertible_to<Real>;
    { policy.decision_multiple(people) } -> std::convertible_to<Real>;
};

} // namespace orgscale
