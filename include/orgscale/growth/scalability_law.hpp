#pragma once

#include <concepts>

#include <orgscale/core/real.hpp>

namespace orgscale {

/// A law of what n together do: speed_up(n), relative to one alone, for n >= 1 and with
/// speed_up(1) = 1.
///
/// At n nobody gains or loses by the others; below it there are losses, above it they make one another
/// better. Which it is in teams of people is disputed (power_output), so the law is the reader's choice:
///
///     amdahl, universal_scalability, ringelmann     losses
///     gustafson                                     losses, where work grows with those who share it
///     power_output                                  n^β: either
///
/// A law of the reader's own names its number and answers speed_up; it needs no base. The efficiency
/// of one that never exceeds n is what a governance policy calls realized effort:
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

/// speed_up(n) / n, what each of n does relative to one alone [-].
template <scalability_law Law>
[[nodiscard]] constexpr typename Law::real_type efficiency(const Law&                     law,
                                                           const typename Law::real_type& units)
{
    return law.speed_up(units) / units;
}

} // namespace orgscale
