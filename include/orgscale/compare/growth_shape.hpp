#pragma once

#include <optional>

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

/// The kind of growth, with the numbers that belong to it.
struct growth_shape {
    growth_kind           kind = growth_kind::undetermined;
    std::optional<double> order{};    ///< m in dx/dt = c x^m                               [-]
    std::optional<double> doubt{};    ///< standard error of m                              [-]
    std::optional<double> exponent{}; ///< of time, 1/(1-m), for linear and polynomial      [-]
    std::optional<double> rate{};     ///< for exponential, of the window          [1/time]
    std::optional<double> ceiling{};  ///< for saturating, if its place is clear [units of x]
};

} // namespace orgscale
