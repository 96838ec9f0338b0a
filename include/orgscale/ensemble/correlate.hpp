#pragma once

#include <source_location>
#include <string>
#include <utility>

#include <orgscale/core/language.hpp>

namespace orgscale {

/// How two uncertain parameters hang together.
struct correlation {
    std::string          first;
    std::string          second;
    double               value; ///< of the Gaussian copula, in (-1, 1)    [-]
    std::source_location where; ///< in the reader's program
};

/// Two uncertain parameters that rise together (above 0) or against each other (below 0), through a
/// Gaussian copula: each keeps its distribution; Spearman's rank correlation is 6/π asin(value/2).
[[nodiscard]] inline correlation correlate(
    std::string first, std::string second, double value,
    std::source_location where = std::source_location::current())
{
    return {std::move(first), std::move(second), value, where};
}

} // namespace orgscale
