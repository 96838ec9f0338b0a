#pragma once

#include <concepts>

#include <orgscale/core/real.hpp>

namespace orgscale {

/// An architecture of evaluators: from the probability that one of them accepts a project, the probability that
/// all together accept it. approval_chain, polyarchy, consensus, and what composed.hpp and iterated.hpp make of
/// them; a type of your own needs these two functions.
///
///     accepted(p)     [-]         evaluators()    [people]
template <class Architecture, class Real = double>
concept screening = real<Real> &&
                    requires(const Architecture& architecture, const Real& individual) {
                        { architecture.accepted(individual) } -> std::convertible_to<Real>;
                        { architecture.evaluators() } -> std::convertible_to<double>;
                    };

} // namespace orgscale
