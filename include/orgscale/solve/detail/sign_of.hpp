#pragma once

#include <orgscale/core/real.hpp>

namespace orgscale::detail {

/// 1, -1 or 0; 0 of NaN.
template <real Real>
[[nodiscard]] constexpr int sign_of(const Real& x)
{
    return x > 0 ? 1 : x < 0 ? -1 : 0;
}

} // namespace orgscale::detail
