#pragma once

#include <orgscale/core/language.hpp>

namespace orgscale {

/// The laws that `identify` compares.
enum class growth_law {
    linear,       ///< dx/dt = c
    parallelized, ///< dx/dt = c x/(1 + x/s): proportional while small, a line once contention binds
    power,        ///< dx/dt = c x^m, a power 1/(1-m) of the time
    exponential,  ///< dx/dt = c x
    logistic,     ///< dx/dt = c x (1 - x/K)
    gompertz,     ///< dx/dt = c x ln(K/x)
    richards,     ///< dx/dt = c x (1 - (x/K)^ν)
    bass,         ///< dx/dt = c (w + (1-w) x/K) (K - x); w = 1 is the exponential approach
    broken,       ///< a line or an exponential with a break: a step, a bend or both
    none,         ///< none of these: any other smooth curve
    level         ///< no growth: a constant, or a walk without drift
};

[[nodiscard]] constexpr const char* name(growth_law law) noexcept
{
    switch (law) {
    case growth_law::linear: return "linear";
    case growth_law::parallelized: return "parallelized";
    case growth_law::power: return "power";
    case growth_law::exponential: return "exponential";
    case growth_law::logistic: return "logistic";
    case growth_law::gompertz: return "Gompertz";
    case growth_law::richards: return "Richards";
    case growth_law::bass: return "Bass";
    case growth_law::broken: return "broken";
    case growth_law::none: return "none of these";
    case growth_law::level: return "level";
    }
    return "unknown";
}

} // namespace orgscale
