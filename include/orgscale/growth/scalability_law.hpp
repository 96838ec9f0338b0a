#pragma once

#include <concepts>

#include <orgscale/core/real.hpp>

namespace orgscale {

/// Scalability law: speed_up(n), the output of n units relative to one, for n >= 1, with speed_up(1) = 1.
///
/// A speed-up of n is linear; below n there are losses, above n the units make each other more
/// productive. Which of these holds for teams is disputed (power_output), so the choice is yours:
///
///     amdahl, universal_scalability, ringelmann     losses
///     gustafson                                     losses, for work that grows with the units
///     power_output                                  n^β: either
///
/// A law of your own defines real_type and speed_up; it needs no base class. The efficiency of a law
/// that never exceeds n can serve as a governance policy's realized effort:
///
///     template <class Real = double>
///     struct team : frictionless<Real> {
///         power_output<Real> output;
///         Real realized_effort(const Real& people) const { return efficiency(output, people); }
///     };
template <class Law>
concept scalability_law = real<typename Law::real_type> &&
                          requires(const Law& law, const typename Law::real_type& n) {
                              { law.speed_up(n) } -> std::convertible_to<typename Law::real_type>;
                          };

/// speed_up(n) / n, output per unit relative to one unit alone [-].
template <scalability_law Law>
[[nodiscard]] constexpr typename Law::real_type efficiency(const Law&                     law,
                                                           const typename Law::real_type& units)
{
    return law.speed_up(units) / units;
}

} // namespace orgscale
