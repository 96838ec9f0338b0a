#pragma once

#include <cmath>

#include <orgscale/core/checked.hpp>
#include <orgscale/core/describe.hpp>
#include <orgscale/core/relative_exponential.hpp>
#include <orgscale/core/select.hpp>

namespace orgscale {

/// Gibrat's law: growth rates are random and independent of size, so sizes become log-normal.
///
///     ln S(t) ~ normal(ln S0 + m t, s² t)                                                        [1]
///     median(t) = S0 e^(m t),   mean(t) = S0 e^(m t + s² t/2)
///     P(S(t) > x) = erfc((ln(x/S0) - m t)/(s sqrt(2 t)))/2
///     P(low before high) = (1 - e^(-c u))/(e^(c l) - e^(-c u)),  c = 2 m/s², l = ln(S0/low),
///                          u = ln(high/S0);   u/(l + u) at m = 0                                 [2]
///
/// Where m < 0 < m + s²/2 the mean grows while almost every firm shrinks. Real firms depart from it: the
/// standard deviation of yearly log growth falls with size as S^-0.2 (sales, 0.20 ± 0.03; employees,
/// 0.18 ± 0.03) [3], and its tails are heavier than normal.
///
///     gibrat<>{.drift = 0.02, .volatility = 0.4}.falls_before_rising(1, 0.5, 4);       // 0.608
///
/// Not for the smallest firms, whose sizes are whole numbers (birth_death).
///
/// [1] Gibrat, R. (1931). Les inégalités économiques. Sirey.
/// [2] Karlin, S., Taylor, H. M. (1975). A First Course in Stochastic Processes, 2nd ed., chapter 7.
///     Academic Press.
/// [3] Amaral, L. A. N., Buldyrev, S. V., Havlin, S., et al. (1997). Scaling behavior in economics: I.
///     Empirical results for company growth. Journal de Physique I 7(4), 621-633. doi:10.1051/jp1:1997180
template <real Real = double>
struct gibrat {
    using real_type = Real;

    finite_value<Real>    drift;      ///< m, mean of log growth                [1/time]
    finite_positive<Real> volatility; ///< s, standard deviation of log growth  [1/root time]

    /// The size that half of the firms exceed at time t [customers].
    [[nodiscard]] Real median(const non_negative<Real>& start, const non_negative<Real>& time) const
    {
        return Real{start} * grown(Real{drift}, Real{time});
    }

    /// The mean size at time t [customers].
    [[nodiscard]] Real mean(const non_negative<Real>& start, const non_negative<Real>& time) const
    {
        return Real{start} * grown(Real(drift + volatility * volatility / 2), Real{time});
    }

    /// P(S(t) > size), for t > 0 and sizes above 0 [-].
    [[nodiscard]] Real share_above(const positive<Real>& size, const positive<Real>& start,
                                   const positive<Real>& time) const
    {
        using std::erfc, std::log, std::sqrt;
        const auto ends   = time < infinity<Real>();
        const Real length = select(ends, Real{time}, Real(1));
        const Real wanted = log(Real(Real{size} / Real{start})) - drift * length;
        const Real limit  = select(drift > 0, Real(1), select(drift < 0, Real(0), Real(0.5)));
        return select(ends, Real(erfc(Real(wanted / (volatility * sqrt(Real(2 * length))))) / 2),
                      limit);
    }

    /// The chance to fall to `low` before rising to `high`, from a start between them; 1 below, 0 above. `high` may be
    /// infinite: the chance ever to fall to `low` [-].
    [[nodiscard]] Real falls_before_rising(const positive<Real>& start, const positive<Real>& low,
                                           const positive<Real>& high) const
    {
        using std::exp, std::log;
        const auto fell   = start <= low;
        const auto rose   = start >= high;
        const auto within = start > low && start < high;
        const Real down   = log(select(within, Real(Real{start} / Real{low}), Real(2)));
        const Real up     = log(select(within, Real(Real{high} / Real{start}), Real(2)));
        const Real pull   = 2 * drift / volatility / volatility; // c
        const auto rises  = pull > 0;
        const Real slope  = select(rises, pull, Real(-pull));
        const Real share  = up / (down + up) *
                           (relative_exponential(Real(-slope * up)) /
                            relative_exponential(Real(-slope * (down + up))));
        const Real whole  = select(slope * (down + up) < infinity<Real>(), share, Real(1));
        const Real chance = select(rises, Real(exp(Real(-slope * down)) * whole), whole);
        return select(fell, Real(1), select(rose, Real(0), chance));
    }

    static constexpr auto parameters()
    {
        return description{parameter{"drift", "m", "1/time", "mean of log growth", &gibrat::drift},
                           parameter{"volatility", "s", "1/root time",
                                     "standard deviation of log growth", &gibrat::volatility}};
    }

private:
    /// e^(r t), 1 at r = 0 also for an infinite time.
    [[nodiscard]] static Real grown(const Real& rate, const Real& time)
    {
        using std::exp;
        const auto moves = rate > 0 || rate < 0;
        return exp(Real(rate * select(moves, time, least(time, Real(0x1p100)))));
    }
};

static_assert(fully_described<gibrat<>>);

} // namespace orgscale
