#pragma once

#include <concepts>

#include <orgscale/core/real.hpp>

namespace orgscale {

/// A growth law of one number: dx/dt = rate(x).
///
/// Satisfied by any type that names its number type and has `rate`:
///
///     struct referral {
///         using real_type = double;
///         double rate(double customers) const { return 0.2 * customers * (1 - customers / 800); }
///     };
template <class Law>
concept law = real<typename Law::real_type> &&
              requires(const Law& model, const typename Law::real_type& x) {
                  { model.rate(x) } -> std::convertible_to<typename Law::real_type>;
              };

/// A law with a closed form: after(x, t) is the state a time t after x. Its trajectory is exact, without
/// steps.
template <class Law>
concept closed_form = law<Law> && requires(const Law& model, const typename Law::real_type& x) {
    { model.after(x, x) } -> std::convertible_to<typename Law::real_type>;
};

} // namespace orgscale
