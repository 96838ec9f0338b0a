#pragma once

#include <concepts>

#include <orgscale/core/real.hpp>

namespace orgscale {

/// Who is dismissed from an organisation that has more people than it needs.
///
///     dismissed(excess)          people dismissed, of so many too many; 0 for 0          [people/time]
///     severance                  a member: what each costs, >= 0                        [money/person]
///     resignations_per_layoff    a member: people who follow each of their own accord, >= 0        [-]
///     dismissal_time             optional, a member: how long it takes, for the solver          [time]
///
/// With the neutral policy, `no_layoffs`, nobody is dismissed; copy it to write your own.
template <class Policy, class Real>
concept layoff_policy = real<Real> && requires(const Policy& policy, const Real& number) {
    { policy.dismissed(number) } -> std::convertible_to<Real>;
    { policy.severance } -> std::convertible_to<Real>;
    { policy.resignations_per_layoff } -> std::convertible_to<Real>;
};

} // namespace orgscale
