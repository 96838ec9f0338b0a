#pragma once

#include <concepts>

#include <orgscale/core/real.hpp>

namespace orgscale {

/// How those who decide observe demand, through m >= 0 layers of people who report.
///
///     signal_retention(m)    share of the signal left in the report, in (0, 1]                [-]
///     reporting_delay(m)     optional, default 0: mean time from an event to its being
///                            seen, >= 0                                                    [time]
///
/// The neutral policy, `perfect_observation`, returns 1 and has no delay; copy it to write your own.
template <class Policy, class Real>
concept observation_policy = real<Real> && requires(const Policy& policy, const Real& layers) {
    { policy.signal_retention(layers) } -> std::convertible_to<Real>;
};

/// An observation with a delay, so that the organisation remembers what it perceived.
template <class Policy, class Real>
concept delayed_observation = observation_policy<Policy, Real> &&
                              requires(const Policy& policy, const Real& layers) {
                                  { policy.reporting_delay(layers) } -> std::convertible_to<Real>;
                              };

} // namespace orgscale
