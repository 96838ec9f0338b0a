#pragma once

#include <cmath>

#include <orgscale/core/dual.hpp>
#include <orgscale/core/select.hpp>
#include <orgscale/queueing/detail/gauss_legendre.hpp>
#include <orgscale/queueing/detail/log1p_minus.hpp>

namespace orgscale::detail {

/// An integral, and the same of (to - v) times what is integrated.
template <real Real>
struct two_integrals {
    Real plain, by_distance;
};

/// Adds the same from `begin` to `end` by one rule.
template <ordered_real Real, class Logarithm>
void add_panel(two_integrals<Real>& sum, const Real& m, const Real& d, const Real& begin,
               const Real& end, const Real& to, const Logarithm& log1p_minus_v)
{
    using std::exp, std::abs;
    constexpr std::size_t       pairs = gauss_legendre.size();
    std::array<Real, 2 * pairs> v, exponent; // apart, so that compilers take several at once
    const Real                  middle = (begin + end) / 2, half = (end - begin) / 2;
    for (std::size_t i = 0; i < pairs; ++i) {
        const Real step = half * Real(gauss_legendre[i].node);
        v[i]            = middle - step;
        v[pairs + i]    = middle + step;
    }
    for (std::size_t i = 0; i < 2 * pairs; ++i)
        exponent[i] = m * log1p_minus_v(v[i]) - d * abs(v[i]);
    for (std::size_t i = 0; i < 2 * pairs; ++i) {
        const Real part = half * Real(gauss_legendre[i % pairs].weight) * exp(exponent[i]);
        sum.plain       = sum.plain + part;
        sum.by_distance = sum.by_distance + part * (to - v[i]);
    }
}

/// ∫ exp( m (ln(1+v) - v) - d |v| ) dv from `from` <= 0 to `to` >= 0, one of them 0 if d is not, for
/// m of a few hundred or more; it has one peak, at 0, which is 1.
///
/// What is less than e^-39 of it is left out: to the right m (v - ln(1+v)) is at least
/// m v^2/(2 + 4v/3), to the left at least m v^2/2. One rule of 32 points takes the rest, two where the
/// peak lies well inside.
template <ordered_real Real>
[[nodiscard]] two_integrals<Real> peak_integral(const Real& m, const Real& d, const Real& from,
                                                const Real& to)
{
    using std::exp, std::sqrt;
    using Passive = passive_t<Real>;
    const Passive depth(39), sharp = passive(m), steep = passive(d);
    // (m + 4d/3) v^2 + 2 (d - 2 depth/3) v = 2 depth,   d v + m v^2/2 = depth
    const Passive square = sharp + 4 * steep / 3, line = steep - 2 * depth / 3;
    const Passive root  = sqrt(Passive(line * line + 2 * depth * square));
    const Passive right = line < 0 ? Passive((root - line) / square)
                                   : Passive(2 * depth / (root + line));
    const Passive left  = -2 * depth / (steep + sqrt(Passive(steep * steep + 2 * sharp * depth)));

    const Real          low = greatest(from, Real(left)), high = least(to, Real(right));
    two_integrals<Real> sum{Real(0), Real(0)};
    const auto          add = [&](const Real& begin, const Real& end) {
        if (Real(-0.05) < begin && end < Real(0.05)) {
            add_panel(sum, m, d, begin, end, to, [](const Real& v) { return log1p_minus_by<5>(v); });
        } else if (Real(-0.3) < begin && end < Real(0.3)) {
            add_panel(sum, m, d, begin, end, to,
                               [](const Real& v) { return log1p_minus_by<11>(v); });
        } else {
            add_panel(sum, m, d, begin, end, to, [](const Real& v) { return log1p_minus(v); });
        }
    };
    const Passive inside(6); // as a part of the depth
    if (passive(low) * passive(low) * sharp > 2 * inside &&
        passive(high) * passive(high) * sharp > 2 * inside) {
        add(low, Real(0));
        add(Real(0), high);
    } else {
        add(low, high);
    }
    return sum;
}

} // namespace orgscale::detail
