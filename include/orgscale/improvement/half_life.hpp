#pragma once

#include <cmath>
#include <optional>

#include <orgscale/core/checked.hpp>
#include <orgscale/core/describe.hpp>
#include <orgscale/core/law.hpp>
#include <orgscale/core/select.hpp>
#include <orgscale/improvement/detail/mean_decay.hpp>

namespace orgscale {

namespace detail {

/// x = ln 2 t/h, so that e^-x = 2^{-t/h}.
template <real Real>
[[nodiscard]] Real decay_by_halves(const Real& halving_time, const Real& time)
{
    using std::log;
    return log(Real(2)) * (time / halving_time);
}

} // namespace detail

/// 1 - 2^{-t/h}, share of the possible improvement made a time t after the start [-].
template <real Real>
[[nodiscard]] Real improved_share(const Real& halving_time, const Real& time)
{
    using std::expm1;
    return -expm1(Real(-detail::decay_by_halves(halving_time, time)));
}

/// Dm + (D - Dm) 2^{-t/h}, the level a time t later; exactly D at t = 0 or for an infinite h.
template <real Real>
[[nodiscard]] Real improved_level(const Real& halving_time, const Real& minimum, const Real& level,
                                  const Real& time)
{
    using std::exp;
    const Real left  = exp(Real(-detail::decay_by_halves(halving_time, time)));
    const Real above = level - minimum;
    return select(left < Real(0.5), Real(minimum + above * left),
                  Real(level - above * improved_share(halving_time, time)));
}

/// The half-life of improvement: the distance to the best level attainable halves every h.
///
///     dD/dt = -(ln 2/h) (D - Dm)
///     D(t)  = Dm + (D0 - Dm) 2^{-t/h}                                                   [1]
///     h     = -τ ln 2/ln(1-q)          if each cycle of length τ removes a share q of D - Dm
///
/// With an infinite h nothing improves. Analog Devices in the 36 months from July 1987: defects
/// delivered from 500 to 50 per million, h = 10.8 months; late deliveries from 30 to 4 percent, h =
/// 12.4 months [2].
///
///     half_life<> pace{.halving_time = 9};  pace.after(500, 36);                          // 31.25
///
/// For levels that are better when lower: defects, late deliveries, time lost. Subtract a share of good
/// results from 1 first. Not for fits near an unknown minimum, where data don't determine h.
///
/// [1] Schneiderman, A. M. (1988). Setting quality goals. Quality Progress 21(4), 51-57.
/// [2] Kaplan, R. S., Norton, D. P. (1992). The balanced scorecard: measures that drive performance.
///     Harvard Business Review 70(1), 71-79.
template <real Real = double>
struct half_life {
    using real_type = Real;

    positive<Real>            halving_time; ///< h, time to halve what can be improved  [time]
    finite_non_negative<Real> minimum{0};   ///< Dm, level that can't be improved      [level]

    /// dD/dt [level/time].
    [[nodiscard]] Real rate(const Real& level) const
    {
        using std::log;
        return (minimum - level) * (log(Real(2)) / halving_time);
    }

    /// D a time t later, exact [level].
    [[nodiscard]] Real after(const Real& level, const Real& time) const
    {
        return improved_level(Real{halving_time}, Real{minimum}, level, time);
    }

    /// ∫ D dt over a horizon T = Dm T + (D - Dm) (h/ln 2) (1 - 2^{-T/h}) [level * time].
    [[nodiscard]] Real exposure(const Real& level, const non_negative<Real>& horizon) const
    {
        const Real decay = detail::decay_by_halves(Real{halving_time}, Real{horizon});
        return Real{horizon} *
               (minimum * detail::mean_loss(decay) + level * detail::mean_decay(decay));
    }

    /// D T - exposure, the exposure avoided by improving [level * time].
    [[nodiscard]] Real saved(const Real& level, const non_negative<Real>& horizon) const
    {
        return Real{horizon} * ((level - minimum) * detail::mean_loss(detail::decay_by_halves(
                                                        Real{halving_time}, Real{horizon})));
    }

    /// h log2((D - Dm)/(D' - Dm)), time to get from D to D' [time]; empty if D' is above D, or at or
    /// below the minimum, or if h is infinite.
    [[nodiscard]] std::optional<Real> time_to(const Real& level, const Real& wanted) const
        requires ordered_real<Real>
    {
        if (level <= wanted && level >= wanted) return Real(0);
        if (!(wanted < level) || !(wanted > minimum) || !(halving_time < infinity<Real>()))
            return std::nullopt;
        return halving_time * halvings(level, wanted, Real{minimum});
    }

    /// From cycles (plan, do, check, act) of length τ that each remove a share q of D - Dm.
    [[nodiscard]] static half_life of_cycle(const fraction_below_one<Real>&  share,
                                            const finite_positive<Real>&     length,
                                            const finite_non_negative<Real>& minimum = {0})
    {
        using std::log, std::log1p;
        const auto improves = share > 0;
        const Real each     = select(improves, Real{share}, Real(0.5));
        return {.halving_time = select(improves, Real(-length * (log(Real(2)) / log1p(Real(-each)))),
                                       infinity<Real>()),
                .minimum = minimum};
    }

    /// The half-life at which the first level becomes the second in the given time; empty if it didn't
    /// fall, or not to above the minimum.
    [[nodiscard]] static std::optional<half_life> fitted(
        const Real& level, const Real& later_level, const Real& time,
        const finite_non_negative<Real>& minimum = {0})
        requires ordered_real<Real>
    {
        if (!(later_level < level) || !(later_level > minimum) || !(time > 0)) return std::nullopt;
        return half_life{.halving_time = time / halvings(level, later_level, Real{minimum}),
                         .minimum      = minimum};
    }

    static constexpr auto parameters()
    {
        return description{parameter{"halving_time", "h", "time",
                                     "time to halve what can be improved", &half_life::halving_time},
                           parameter{"minimum", "Dm", "level", "level that can't be improved",
                                     &half_life::minimum}};
    }

private:
    /// log2((D - Dm)/(D' - Dm)) [-].
    [[nodiscard]] static Real halvings(const Real& level, const Real& later, const Real& minimum)
    {
        using std::log, std::log1p;
        return log1p(Real((level - later) / (later - minimum))) / log(Real(2));
    }
};

static_assert(closed_form<half_life<>>);
static_assert(fully_described<half_life<>>);

} // namespace orgscale
