#pragma once

#include <concepts>

#include <orgscale/core/real.hpp>

namespace orgscale {

/// Whether a workforce learns in two stages (see workforce_policy).
template <class Policy, class Real>
concept staged_workforce = requires(const Policy& policy, const Real& number) {
    { policy.at_work(number, number, number) } -> std::convertible_to<Real>;
    { policy.promoted(number) } -> std::convertible_to<Real>;
    { policy.opening_juniors(number, number) } -> std::convertible_to<Real>;
};

/// How productive n people are, of whom r in [0, n] were hired lately.
///
///     at_work(n, r)      the experienced people that they amount to, >= 0                 [people]
///     assimilated(r)     newcomers who become experienced, >= 0                      [people/time]
///     opening(n, δ)      the newcomers among n people at the start, of whom δ leave       [people]
///     learning_time()    until a hire is experienced, >= 0                                  [time]
///     margins(n, r)      optional, default none: numbers whose signs choose the formula of at_work
///                        (see margined_derivative.hpp), in a std::array
///
/// or, if they learn in two stages, of whom r are in the first and j in the second,
///
///     at_work(n, r, j), assimilated(r)   as above, newcomers who enter the second stage
///     promoted(j)                        those who leave it experienced, >= 0        [people/time]
///     opening_juniors(n, δ)              those in the second stage at the start           [people]
///     margins(n, r, j)                   optional, as above
///
/// Optional for both is shortest_time(), the fastest time constant for the solver, by default learning_time().
/// With the neutral policy, `ready_at_once`, everybody is experienced; copy it to write your own.
template <class Policy, class Real>
concept workforce_policy = real<Real> && requires(const Policy& policy, const Real& number) {
    { policy.assimilated(number) } -> std::convertible_to<Real>;
    { policy.opening(number, number) } -> std::convertible_to<Real>;
    { policy.learning_time() } -> std::convertible_to<Real>;
} && (requires(const Policy& policy, const Real& number) {
                               { policy.at_work(number, number) } -> std::convertible_to<Real>;
                           } || staged_workforce<Policy, Real>);

} // namespace orgscale
