#pragma once

#include <cmath>

#include <orgscale/core/real.hpp>
#include <orgscale/core/select.hpp>

namespace orgscale::detail {

/// 1 - (1 - x)^n for 0 <= x <= 1 and n >= 0: the share covered by n steps that each cover a share x of
/// what remains. Accurate for small x; with x = 1 it is 0 at n = 0 and 1 after the first step.
template <real Real>
[[nodiscard]] Real share_reached(const Real& x, const Real& steps)
{
    using std::expm1, std::log1p, std::pow;
    const auto all_the_way = x >= 1;
    const Real part        = select(all_the_way, Real(0), x);
    const Real left        = select(all_the_way, Real(1 - x), Real(1));
    return select(all_the_way, Real(1 - pow(left, steps)),
                  Real(-expm1(Real(steps * log1p(Real(-part))))));
}

} // namespace orgscale::detail
