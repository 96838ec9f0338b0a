#pragma once

#include <orgscale/core/dual.hpp>
#include <orgscale/core/real.hpp>

namespace orgscale::detail {

/// Where f falls below 0 between a place at which it is 0 or more and one at which it is not, to rounding.
template <ordered_real Real, class Function>
[[nodiscard]] Real root_by_halving(Real above, Real below, const Function& f)
{
    for (;;) {
        const Real middle = above + (below - above) / 2;
        const bool apart  = above < below ? above < middle && middle < below
                                          : below < middle && middle < above;
        if (!apart) return above;
        if (f(middle) >= 0) {
            above = middle;
        } else {
            below = middle;
        }
    }
}

/// The same root with its derivatives, by Newton's steps from where the value is right; f takes any number
/// type.
template <real Real, class Function>
[[nodiscard]] Real with_derivatives(const passive_t<Real>& root, const Function& f)
{
    Real x(root);
    if constexpr (has_derivatives<Real>) {
        for (int order = 0; order < 2; ++order) { // each brings the derivatives of one order more
            const auto along = f(dual<Real, 1>::variable(x));
            // The number itself stays: derivatives change no bit of it.
            x = x - (along.value() - Real(passive(along.value()))) / along.slope();
        }
    }
    return x;
}

} // namespace orgscale::detail
