#pragma once

#include <orgscale/core/checked.hpp>
#include <orgscale/core/real.hpp>

namespace orgscale::detail {

struct between_minus_one_and_one {
    static constexpr auto text = "must be greater than -1 and less than 1";
    static constexpr auto holds(const real auto& x) { return x < 1 && -1 < x; }
};

/// Correlation of successive numbers in a series with finite variance.
template <real Real>
using autocorrelation = checked<Real, between_minus_one_and_one>;

} // namespace orgscale::detail
