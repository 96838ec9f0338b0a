#pragma once

#include <cmath>
#include <limits>

#include <orgscale/core/dual.hpp>
#include <orgscale/core/select.hpp>
#include <orgscale/queueing/detail/gauss_legendre.hpp>
#include <orgscale/queueing/detail/log1p_minus.hpp>
#include <orgscale/queueing/detail/tanh_sinh.hpp>

namespace orgscale::detail {

/// An integral, and the integral of (to - v) times the same integrand.
template <real Real>
struct two_integrals {
    Real plain, by_distance;
};

/// Adds the integral from `begin` to `end`, by one Gauss rule of 32 points.
template <ordered_real Real, class Logarithm>
void add_panel(two_integrals<Real>& sum, const Real& m, const Real& d, const Real& begin,
               const Real& end, const Real& to, const Logarithm& log1p_minus_v)
{
    using std::exp, std::abs;
    constexpr std::size_t       pairs = gauss_legendre.size();
    std::array<Real, 2 * pairs> v, exponent; // in loops of their own, for the compiler to vectorize
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

/// sqrt(a^2 + b^2) for a >= 0 and b >= 0, without overflow.
template <ordered_real Number>
[[nodiscard]] Number root_of_squares(const Number& a, const Number& b)
{
    using std::sqrt;
    const Number larger = a < b ? b : a, smaller = a < b ? a : b;
    if (!(larger > 0)) return larger;
    const Number ratio = smaller / larger;
    return larger * sqrt(Number(1 + ratio * ratio));
}

/// ∫ exp( m (ln(1+v) - v) - d |v| ) dv from `from` <= 0 to `to` >= 0, one of them 0 unless d is, for
/// m of a few hundred or more, up to the largest number. It has one peak, of height 1 at 0.
///
/// The tails that contribute less than a rounding are cut off: to the right m (v - ln(1+v)) is at least
/// m v^2/(2 + 4v/3), to the left at least m v^2/2. Up to the digits of a `double` one Gauss rule of 32
/// points takes the rest, two where the peak lies well inside; beyond that a double exponential rule.
template <ordered_real Real>
[[nodiscard]] two_integrals<Real> peak_integral(const Real& m, const Real& d, const Real& from,
                                                const Real& to)
{
    using std::exp, std::sqrt, std::log, std::abs;
    using Passive = passive_t<Real>;
    const Passive depth =
        is_short<Real> ? Passive(39) : Passive(4 - log(std::numeric_limits<Passive>::epsilon()));
    const Passive sharp = passive(m), steep = passive(d);
    // (m + 4d/3) v^2 + 2 (d - 2 depth/3) v = 2 depth,   d v + m v^2/2 = depth
    const Passive line  = steep - 2 * depth / 3;
    const Passive width = sqrt(Passive(2 * depth)) * sqrt(Passive(sharp + 4 * (steep / 3)));
    const Passive root  = root_of_squares(line < 0 ? Passive(-line) : line, width);
    const Passive right = line < 0 ? Passive((root - line) / (sharp + 4 * (steep / 3)))
                                   : Passive(2 * depth / (root + line));
    const Passive left =
        -2 * depth /
        (steep + root_of_squares(steep, Passive(sqrt(sharp) * sqrt(Passive(2 * depth)))));

    const Real          low = greatest(from, Real(left)), high = least(to, Real(right));
    two_integrals<Real> sum{Real(0), Real(0)};
    if constexpr (is_short<Real>) {
        const auto add = [&](const Real& begin, const Real& end) {
            if (Real(-0.05) < begin && end < Real(0.05)) {
                add_panel(sum, m, d, begin, end, to,
                          [](const Real& v) { return log1p_minus_by<5>(v); });
            } else if (Real(-0.3) < begin && end < Real(0.3)) {
                add_panel(sum, m, d, begin, end, to,
                          [](const Real& v) { return log1p_minus_by<11>(v); });
            } else {
                add_panel(sum, m, d, begin, end, to, [](const Real& v) { return log1p_minus(v); });
            }
        };
        const Passive inside(6); // as a part of the depth
        if (passive(low) * sqrt(sharp) < -sqrt(Passive(2 * inside)) &&
            passive(high) * sqrt(sharp) > sqrt(Passive(2 * inside))) {
            add(low, Real(0));
            add(Real(0), high);
        } else {
            add(low, high);
        }
    } else {
        const auto add = [&](const Real& v, const Real& weight) {
            const Real part = weight * exp(Real(m * log1p_minus(v) - d * abs(v)));
            sum.plain       = sum.plain + part;
            sum.by_distance = sum.by_distance + part * (to - v);
        };
        if (low < 0) tanh_sinh(low, Real(0), add);
        if (high > 0) tanh_sinh(Real(0), high, add);
    }
    return sum;
}

} // namespace orgscale::detail
