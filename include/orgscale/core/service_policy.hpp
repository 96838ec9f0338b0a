#pragma once

#include <concepts>

#include <orgscale/core/real.hpp>

namespace orgscale {

/// How many customers of a network are served without the organisation's people.
///
///     self_service_ratio(ν, a, c)    customers served by others or by themselves, for each of c
///                                    customers, of whom a share a answers; a node serves ν others
///                                    by the plain rule                                        [-]
///     margins(ν, a, c)               optional, default none: numbers whose signs choose its formula
///                                    (see margined_derivative.hpp), in a std::array
///
/// The plain rule, the default of network_growth, is ν a.
template <class Policy, class Real>
concept service_policy = real<Real> && requires(const Policy& policy, const Real& number) {
    { policy.self_service_ratio(number, number, number) } -> std::convertible_to<Real>;
};

} // namespace orgscale
