#pragma once

#include <cmath>
#include <optional>
#include <tuple>

#include <orgscale/core/checked.hpp>
#include <orgscale/core/describe.hpp>
#include <orgscale/core/law.hpp>
#include <orgscale/core/select.hpp>
#include <orgscale/growth/detail/log_ratio.hpp>

namespace orgscale {

/// Richards's growth: an S-curve whose shape says where it turns.
///
///     dN/dt = (k/ν) N (1 - (N/K)^ν)                                                     [1]
///     N(t)  = K (1 + Q e^{-k t})^{-1/ν},    Q = (K/N0)^ν - 1
///     fastest at N = K (1 + ν)^{-1/ν}
///
/// Logistic at ν = 1, Gompertz as ν tends to 0; far below K it grows at the rate k/ν. For N >= 0;
/// above K it falls back to K. Time may be taken back, above K only to where N was infinite. Not for a
/// shape read off data that end before the turn: they do not tell ν from k.
///
/// [1] Richards, F. J. (1959). A flexible growth function for empirical use. Journal of Experimental
///     Botany 10(2), 290-301. doi:10.1093/jxb/10.2.290
template <real Real = double>
struct richards {
    using real_type = Real;

    finite_positive<Real> growth_rate; ///< k, at which it nears the ceiling   [1/time]
    finite_positive<Real> ceiling;     ///< K, what can be sustained           [customers]
    finite_positive<Real> shape;       ///< ν, the larger the later it turns   [-]

    /// dN/dt at N [customers/time].
    [[nodiscard]] Real rate(const Real& size) const
    {
        using std::expm1;
        return growth_rate * size * (-expm1(Real(-distance(size))) / Real{shape});
    }

    /// N a time t after it was `size`, exact; from the nearer of the start and the ceiling
    /// [customers].
    [[nodiscard]] Real after(const Real& size, const Real& time) const
    {
        using std::exp, std::expm1, std::log;
        const Real start    = distance(size);
        const Real decay    = growth_rate * time;
        const Real left     = exp(Real(-decay));
        const Real gone     = -expm1(Real(-decay));
        const Real log_gone = log(gone);

        // (K/N)^ν at the end from the ceiling, or (N0/N)^ν from the start: a mean of 1 and what it was.
        const auto near_ceiling = left + exp(Real(start / 2 - decay)) < 1;
        const Real power  = select(near_ceiling, log_mean(start, left, Real(-decay), log_gone),
                                   log_mean(Real(-start), gone, log_gone, Real(-decay)));
        const Real factor = exp(Real(-power / Real{shape}));
        // Nothing stays nothing also when what it would be multiplied by is infinite.
        return select(near_ceiling, Real{ceiling}, size) *
               select(factor >= infinity<Real>(), Real(1), factor);
    }

    /// The time from `size` to the fastest growth, ln(Q/ν)/k; negative once it is past [time]. For
    /// 0 < size < K; nothing outside, where there is no such moment.
    [[nodiscard]] std::optional<Real> inflection(const Real& size) const
    {
        using std::expm1, std::log;
        if (!every(size > 0) || !every(size < ceiling)) return std::nullopt;
        const Real start  = distance(size);
        const Real turned = start + log(Real(-expm1(Real(-start)) / Real{shape}));
        return turned / growth_rate;
    }

    static constexpr auto parameters()
    {
        return std::tuple{
            parameter{"growth_rate", "k", "1/time", "at which it nears the ceiling",
                      &richards::growth_rate},
            parameter{"ceiling", "K", "customers", "what can be sustained", &richards::ceiling},
            parameter{"shape", "ν", "-", "the larger the later it turns", &richards::shape}};
    }

private:
    /// ν ln(K/N), so that (K/N)^ν is its exponential.
    [[nodiscard]] Real distance(const Real& size) const
    {
        return shape * detail::log_ratio(Real{ceiling}, size);
    }

    /// ln(share e^x + rest), where share + rest = 1; by the logarithms of the two where the sum is far
    /// from 1 and each of them may be beyond the range.
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
