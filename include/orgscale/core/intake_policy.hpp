#pragma once

#include <concepts>

#include <orgscale/core/real.hpp>

namespace orgscale {

/// What becomes of customers who are won and can't be served at once, of whom w >= 0 wait.
///
///     given_up(w)    customers who stop waiting, >= 0; infinite if nobody waits      [customers/time]
///     patience       optional, a member: how long they wait on average, for the solver         [time]
///
/// With the neutral policy, `turned_away`, nobody waits: copy it to write your own.
template <class Policy, class Real>
concept intake_policy = real<Real> && requires(const Policy& policy, const Real& waiting) {
    { policy.given_up(waiting) } -> std::convertible_to<Real>;
};

} // namespace orgscale
