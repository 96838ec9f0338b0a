#pragma once

#include <source_location>
#include <string>
#include <utility>

#include <orgscale/core/language.hpp>

namespace orgscale {

/// The correlation of two uncertain parameters.
struct correlation {
    std::string          first;
    std::string          second;
    double               value; ///< correlation in the Gaussian copula, in (-1, 1) [-]
    std::source_location where; ///< the caller's location, for messages
};

/// Correlates two uncertain parameters through a Gaussian copula: each keeps its own distribution, and
/// Spearman's rank correlation is 6/π asin(value/2).
[[nodiscard]] inline correlation correlate(
    std::string first, std::string second, double value,
    std::source_location where = std::source_location::current())
{
    return {std::move(first), std::move(second), value, where};
}

} // namespace orgscale
