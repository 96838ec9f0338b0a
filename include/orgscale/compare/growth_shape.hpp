#pragma once

#include <optional>

#include <orgscale/core/real.hpp>

namespace orgscale {

enum class growth_kind {
    declining,   ///< it shrinks
    saturating,  ///< it approaches a ceiling
    linear,      ///< as a straight line
    polynomial,  ///< as a power of time
    exponential, ///< in proportion to its size
    faster,      ///< faster than in proportion, towards infinity in finite time
    undetermined ///< the figures can't tell
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

/// The kind of growth, with the numbers that belong to it, over any number: those of a run that carries
/// derivatives carry them too.
template <real Real>
struct growth_shape_over {
    growth_kind         kind = growth_kind::undetermined;
    std::optional<Real> order{};          ///< m in dx/dt = c x^m                               [-]
    std::optional<Real> standard_error{}; ///< standard error of m                              [-]
    std::optional<Real> exponent{};       ///< of time, 1/(1-m), for linear and polynomial      [-]
    std::optional<Real> rate{};           ///< for exponential, of the window          [1/time]
    std::optional<Real> ceiling{};        ///< for saturating, if its place is clear [units of x]
};

/// The kind of growth, with the numbers that belong to it.
using growth_shape = growth_shape_over<double>;

} // namespace orgscale
