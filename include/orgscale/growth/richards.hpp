#pragma once

#include <cmath>
#include <optional>

#include <orgscale/core/checked.hpp>
#include <orgscale/core/describe.hpp>
#include <orgscale/core/law.hpp>
#include <orgscale/core/select.hpp>
#include <orgscale/growth/detail/log_ratio.hpp>
#include <orgscale/growth/growth_peak.hpp>

namespace orgscale {

/// Richards growth: an S-curve whose shape parameter sets its inflection.
///
///     dN/dt = (k/ν) N (1 - (N/K)^ν)                                                     [1]
///     N(t)  = K (1 + Q e^{-k t})^{-1/ν},    Q = (K/N0)^ν - 1
///     fastest at N = K (1 + ν)^{-1/ν}
///
/// Logistic at ν = 1, Gompertz as ν tends to 0; far below K it grows at the rate k/ν. For N >= 0;
/// above K it falls back to K. Also for negative times, above K only back to where N was infinite. Not
/// for fitting ν to data that end before the inflection: they do not separate ν from k.
///
/// [1] Richards, F. J. (1959). A flexible growth function for empirical use. Journal of Experimental
///     Botany 10(2), 290-301. doi:10.1093/jxb/10.2.290
template <real Real = double>
struct richards {
    using real_type = Real;

    finite_positive<Real> growth_rate; ///< k, rate of approach to the ceiling [1/time]
    finite_positive<Real> ceiling;     ///< K, carrying capacity               [customers]
    finite_positive<Real> shape;       ///< ν, larger for a later inflection   [-]

    /// dN/dt at N [customers/time].
    [[nodiscard]] Real rate(const Real& size) const
    {
        using std::expm1;
        return growth_rate * size * (-expm1(Real(-distance(size))) / Real{shape});
    }

    /// N at time t after N0 = `size`, exact; computed from the start or the ceiling, whichever is nearer
    /// [customers].
    [[nodiscard]] Real after(const Real& size, const Real& time) const
    {
        using std::exp, std::expm1, std::log;
        const Real start    = distance(size);
        const Real decay    = growth_rate * time;
        const Real left     = exp(Real(-decay));
        const Real gone     = -expm1(Real(-decay));
        const Real log_gone = log(gone);

        // (K/N)^ν from the ceiling, or (N0/N)^ν from the start: weighted means of 1 and an initial value.
        const auto near_ceiling = left + exp(Real(start / 2 - decay)) < 1;
        const Real power  = select(near_ceiling, log_mean(start, left, Real(-decay), log_gone),
                                   log_mean(Real(-start), gone, log_gone, Real(-decay)));
        const Real factor = exp(Real(-power / Real{shape}));
        // 0 stays 0, also when the factor is infinite or, after infinite time, not a number.
        const auto fixed = factor >= infinity<Real>() || size <= 0;
        return select(near_ceiling, Real{ceiling}, size) *
               select(factor < infinity<Real>(), factor, select(fixed, Real(1), factor));
    }

    /// The fastest growth, at K (1 + ν)^(-1/ν), and the time from N0 = `size` to it, ln(Q/ν)/k; negative
    /// once it has passed. For 0 < N0 < K; nothing outside, where there is no inflection.
    [[nodiscard]] std::optional<growth_peak<Real>> inflection(const Real& size) const
    {
        using std::exp, std::expm1, std::log, std::log1p;
        if (!every(size > 0) || !every(size < ceiling)) return std::nullopt;
        const Real start  = distance(size);
        const Real turned = start + log(Real(-expm1(Real(-start)) / Real{shape}));
        const Real there  = ceiling * exp(Real(-log1p(Real{shape}) / shape));
        return growth_peak<Real>{Real(turned / growth_rate), there, rate(there)};
    }

    static constexpr auto parameters()
    {
        return description{parameter{"growth_rate", "k", "1/time",
                                     "rate of approach to the ceiling", &richards::growth_rate},
                           parameter{"ceiling", "K", "customers", "customers that can be sustained",
                                     &richards::ceiling},
                           parameter{"shape", "ν", "-",
                                     "shape of the curve, larger for a later inflection",
                                     &richards::shape}};
    }

private:
    /// ν ln(K/N), so that (K/N)^ν is its exponential.
    [[nodiscard]] Real distance(const Real& size) const
    {
        return shape * detail::log_ratio(Real{ceiling}, size);
    }

    /// ln(share e^x + rest), where share + rest = 1; from the logarithms of both terms where the sum is
    /// far from 1 and either may overflow.
    [[nodiscard]] static Real log_mean(const Real& x, const Real& share, const Real& log_share,
                                       const Real& log_rest)
    {
        using std::exp, std::expm1, std::log1p;
        const Real change  = share * expm1(x);
        const Real power   = x + log_share;
        const Real larger  = greatest(power, log_rest);
        const Real smaller = least(power, log_rest);
        return select(x > 80 || (x < 0 && change < Real(-0.5)),
                      Real(larger + log1p(Real(exp(Real(smaller - larger))))), Real(log1p(change)));
    }
};

static_assert(closed_form<richards<>>);
static_assert(fully_described<richards<>>);

} // namespace orgscale
