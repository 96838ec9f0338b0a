#pragma once

#include <array>
#include <cmath>
#include <cstddef>

#include <orgscale/core/dual.hpp>
#include <orgscale/core/real.hpp>

namespace orgscale::detail {

/// The cubic of a number over a step, from its change Δ and its slopes m at both ends, in units of the
/// step.
///
///     x(θ) = x0 + m0 θ + (3 Δ - 2 m0 - m1) θ^2 + (m0 + m1 - 2 Δ) θ^3,    θ from 0 to 1
///
/// Of order 3. With slopes between 0 and 3 Δ it is monotone and so stays between its ends [1].
///
/// [1] Fritsch, F. N., Carlson, R. E. (1980). Monotone piecewise cubic interpolation. SIAM Journal on
///     Numerical Analysis 17, 238-246. doi:10.1137/0717021
template <real Real>
struct cubic_between {
    Real change;
    Real first; ///< slope at the beginning
    Real last;  ///< slope at the end

    /// The coefficients of θ, θ^2 and θ^3.
    [[nodiscard]] std::array<Real, 3> powers() const
    {
        return {first, Real(3 * change - 2 * first - last), Real(first + last - 2 * change)};
    }

    [[nodiscard]] double slope_at(double part) const
    {
        const auto power = powers();
        return plain(power[0]) + part * (2 * plain(power[1]) + part * 3 * plain(power[2]));
    }

    /// The same with its slopes cut so that it is monotone.
    [[nodiscard]] cubic_between monotone() const
    {
        const auto cut = [&](const Real& slope) {
            const double share = plain(slope) / plain(change);
            if (!(share > 0)) return Real(0);
            return share > 3 ? Real(3 * change) : slope;
        };
        return {change, cut(first), cut(last)};
    }
};

} // namespace orgscale::detail
