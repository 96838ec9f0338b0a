#pragma once

#include <cmath>
#include <cstddef>
#include <numbers>

#include <orgscale/core/checked.hpp>
#include <orgscale/core/dual.hpp>
#include <orgscale/core/real.hpp>
#include <orgscale/fit/detail/fitted_rows.hpp>

namespace orgscale {

/// Normal errors of unknown standard deviation σ, then rounding to a multiple of h: figures "in thousands".
///
///     ln L = Σ ln(Φ((y + h/2 - f)/σ) - Φ((y - h/2 - f)/σ))
///
/// The only honest likelihood where h is larger than σ: a perfect fit has a finite one, so that σ = 0 can't win. With
/// h much smaller than σ it is that of gaussian_noise, times h for each figure.
struct rounded_noise {
    finite_positive<double> width;         ///< h, in units of y
    double                  deviation = 0; ///< σ, estimated; 0: none yet

    static constexpr bool        unknown_scale = false;
    static constexpr std::size_t parameters    = 1;

    // σ is searched as ln(σ/h).
    static constexpr double     lowest = -6, highest = 14;
    [[nodiscard]] rounded_noise at(double place) const { return {width, width * std::exp(place)}; }
    [[nodiscard]] double        extra() const { return deviation; }

    /// A residual whose square is twice the loss of ln L at f instead of y. By its Taylor polynomial at f, whose
    /// first and second derivatives are exact.
    template <real Real>
    [[nodiscard]] Real residual(const Real& expected, double observed, double) const
    {
        const double f    = plain(passive(expected));
        const double h    = 1e-3 * deviation;
        const double here = root(f - observed), up = root(f + h - observed),
                     down = root(f - h - observed);
        if constexpr (has_derivatives<Real>) {
            const Real off = expected - f;
            return here +
                   off * ((up - down) / (2 * h) + off * ((up - 2 * here + down) / (2 * h * h)));
        } else {
            return here;
        }
    }

    [[nodiscard]] double deviance(double, const detail::fitted_rows& rows) const
    {
        double answer = 0;
        for (std::size_t i = 0; i < rows.size(); ++i)
            answer -= 2 * log_probability(rows.expected[i] - rows.observed[i]);
        return answer;
    }

private:
    /// ln P(the figure is y) for f = y + off.
    [[nodiscard]] double log_probability(double off) const
    {
        const double inner = (std::abs(off) - width / 2) /
                             deviation; // the nearer end of the interval
        const double     outer = (std::abs(off) + width / 2) / deviation;
        constexpr double half  = std::numbers::sqrt2 / 2;
        if (inner < 25) {
            const double share = inner < 0
                                     ? (std::erf(outer * half) + std::erf(-inner * half)) / 2
                                     : (std::erfc(inner * half) - std::erfc(outer * half)) / 2;
            return std::log(share);
        }
        // Mills' ratio at a distance, and the interval's share of the tail.
        const double tail = -inner * inner / 2 - std::log(inner * std::sqrt(2 * std::numbers::pi)) +
                            std::log1p(-1 / (inner * inner));
        return tail + std::log1p(-std::exp((inner * inner - outer * outer) / 2) * inner / outer);
    }

    [[nodiscard]] double root(double off) const
    {
        const double a = width / 2 / deviation;
        if (std::abs(off) < 1e-3 * (deviation + width)) {
            const double density = std::exp(-a * a / 2) / std::sqrt(2 * std::numbers::pi);
            return off / deviation *
                   std::sqrt(2 * a * density / std::erf(a * std::numbers::sqrt2 / 2));
        }
        const double loss = 2 * (log_probability(0) - log_probability(off));
        return std::copysign(std::sqrt(loss > 0 ? loss : 0), off);
    }
};

} // namespace orgscale
