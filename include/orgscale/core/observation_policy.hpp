#pragma once

#include <concepts>

#include <orgscale/core/real.hpp>

namespace orgscale {

/// How those who decide see what customers want, through m >= 0 layers of people who report.
///
///     signal_retention(m)    of what happens, what is left in the report, in (0, 1]           [-]
///     reporting_delay(m)     optional, at once without: mean time from what happens to its
///                            being seen, >= 0                                              [time]
///
/// The neutral policy, `perfect_observation`, answers 1 and has no delay; it is the pattern to copy.
template <class Policy, class Real>
concept observation_policy = real<Real> && requires(const Policy& policy, const Real& layers) {
    { policy.signal_retention(layers) } -> std::convertible_to<Real>;
};

/// An observation that takes time, so that an organisation has a memory of what it saw.
template <class Policy, class Real>
concept delayed_observation = observation_policy<Policy, Real> &&
                              requires(const Policy& policy, const Real& layers) {
                                  { policy.reporting_delay(layers) } -> std::convertible_to<Real>;
                              };

} // namespace orgscale
