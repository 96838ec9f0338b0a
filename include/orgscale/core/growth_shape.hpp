#pragma once

#include <optional>

#include <orgscale/core/real.hpp>

namespace orgscale {

enum class growth_kind {
    declining,   ///< shrinks
    saturating,  ///< approaches a ceiling
    linear,      ///< a straight line
    polynomial,  ///< a power of time
    exponential, ///< in proportion to its size
    faster,      ///< faster than exponential, infinite in finite time
    undetermined ///< the figures do not decide
};

[[nodiscard]] constexpr const char* name(growth_kind kind) noexcept
{
    switch (kind) {
    case growth_kind::declining: return "declining";
    case growth_kind::saturating: return "saturating";
    case growth_kind::linear: return "linear";
    case growth_kind::polynomial: return "polynomial";
    case growth_kind::exponential: return "exponential";
    case growth_kind::faster: return "faster than exponential";
    case growth_kind::undetermined: return "undetermined";
    }
    return "unknown";
}

/// The kind of growth and its parameters, over any number type; with derivatives where the run has them.
template <real Real>
struct growth_shape_over {
    growth_kind         kind = growth_kind::undetermined;
    std::optional<Real> order{};          ///< m in dx/dt = c x^m                               [-]
    std::optional<Real> standard_error{}; ///< standard error of m                              [-]
    std::optional<Real> exponent{};       ///< of time, 1/(1-m), if linear or polynomial         [-]
    std::optional<Real> rate{};           ///< if exponential, mean over the window    [1/time]
    std::optional<Real> ceiling{};        ///< if saturating and well determined   [units of x]
};

/// The kind of growth and its parameters.
using growth_shape = growth_shape_over<double>;

} // namespace orgscale
