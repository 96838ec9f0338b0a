#pragma once

#include <orgscale/core/real.hpp>

namespace orgscale {

/// When a law of growth is fastest, at its inflection.
template <real Real = double>
struct growth_peak {
    Real time; ///< [time]
    Real size; ///< N then               [customers]
    Real rate; ///< dN/dt then [customers/time]
};

} // namespace orgscale
