#pragma once

#include <cmath>
#include <cstddef>

#include <orgscale/core/dual.hpp>
#include <orgscale/core/real.hpp>
#include <orgscale/fit/detail/fitted_rows.hpp>
#include <orgscale/fit/detail/signed_root.hpp>

namespace orgscale {

/// Counts that vary more than a Poisson variable: mean f, variance f + f²/θ with the same unknown size θ.
///
///     ln L = Σ w (ln Γ(y+θ) - ln Γ(θ) - ln y! + θ ln(θ/(θ+f)) + y ln(f/(θ+f)))
///
/// θ = ∞ is the Poisson distribution. It is the answer where the counts vary no more than that.
struct negative_binomial_noise {
    double size = 1; ///< θ, estimated; a first guess

    static constexpr bool        unknown_scale = false;
    static constexpr std::size_t parameters    = 1;

    // The extra parameter is searched as ln θ.
    static constexpr double                      lowest = -7, highest = 18;
    [[nodiscard]] static negative_binomial_noise at(double place)
    {
        return {place >= highest - 1e-3 ? infinity<double>() : std::exp(place)};
    }
    [[nodiscard]] double extra() const { return size; }

    template <real Real>
    [[nodiscard]] Real residual(const Real& expected, double observed, double weight) const
    {
        using std::log1p, std::sqrt;
        if (!(size < infinity<double>()))
            return detail::poisson_root(expected, observed) * std::sqrt(weight);
        if (!(observed > 0)) return sqrt(Real(2 * weight * size * log1p(Real(expected / size))));
        const Real off    = expected - observed;
        const Real spread = detail::log_excess(Real(off / observed)) / observed -
                            detail::log_excess(Real(off / (observed + size))) / (observed + size);
        return off * sqrt(Real(2 * weight * spread));
    }

    template <real Real>
    [[nodiscard]] Real pearson(const Real& expected, double observed, double weight) const
    {
        const double mean = plain(passive(expected));
        return (expected - observed) * std::sqrt(weight / (mean + mean * (mean / size)));
    }

    [[nodiscard]] static bool observable(double y) { return y >= 0; }

    [[nodiscard]] double deviance(double, const detail::fitted_rows& rows) const
    {
        double answer = 0;
        for (std::size_t i = 0; i < rows.size(); ++i) {
            const double w = rows.weight(i), y = rows.observed[i], f = rows.expected[i];
            const double power = y > 0 ? y * std::log(f) : 0;
            const bool   wide  = size < infinity<double>();
            const double one   = wide ? std::lgamma(y + size) - std::lgamma(size) -
                                          y * std::log(size) - (size + y) * std::log1p(f / size)
                                      : -f;
            answer -= 2 * w * (one + power - std::lgamma(y + 1));
        }
        return answer;
    }
};

} // namespace orgscale
