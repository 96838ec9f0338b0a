#pragma once

#include <limits>

#include <orgscale/core/dual.hpp>
#include <orgscale/core/real.hpp>

namespace orgscale::detail {

/// Where f changes its sign between two places, to two roundings; if the signs are the same there, the place at
/// which f is smaller.
///
/// By inverse quadratic interpolation where the last three values allow it, and by halving elsewhere.
///
/// Chandrupatla, T. R. (1997). A new hybrid quadratic/bisection algorithm for finding the zero of a nonlinear
/// function without using derivatives. Advances in Engineering Software 28(3), 145-149.
template <ordered_real Real, class Function>
[[nodiscard]] Real root_inside(Real a, Real b, const Function& f)
{
    const auto size     = [](const Real& x) { return x < 0 ? Real(-x) : x; };
    const Real rounding = 2 * std::numeric_limits<Real>::epsilon();
    Real       at_a = f(a), at_b = f(b), c = a, at_c = at_a, share = Real(1) / 2;
    if ((at_a < 0) == (at_b < 0)) return size(at_a) <= size(at_b) ? a : b;
    for (int step = 0; step < 4000;
         ++step) { // halving alone takes a thousand to the smallest numbers
        const Real x = a + share * (b - a), at_x = f(x);
        if ((at_x < 0) == (at_a < 0)) {
            c    = a;
            at_c = at_a;
        } else {
            c    = b;
            at_c = at_b;
            b    = a;
            at_b = at_a;
        }
        a    = x;
        at_a = at_x;

        const Real best   = size(at_a) < size(at_b) ? a : b;
        const Real length = size(Real(b - a));
        const Real end    = rounding * size(best) / (length > 0 ? length : Real(1));
        if (!(length > 0) || at_a == 0 || !(end < Real(1) / 2)) return best;
        const Real place = (a - b) / (c - b), value = (at_a - at_b) / (at_c - at_b);
        share = Real(1) / 2;
        if (value * value < place && (1 - value) * (1 - value) < 1 - place)
            share = at_a / (at_b - at_a) * (at_c / (at_b - at_c)) +
                    (c - a) / (b - a) * (at_a / (at_c - at_a)) * (at_b / (at_c - at_b));
        if (share < end) share = end;
        if (share > 1 - end) share = 1 - end;
    }
    return a;
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
