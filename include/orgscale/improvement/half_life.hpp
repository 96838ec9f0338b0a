#pragma once

#include <cmath>
#include <optional>
#include <tuple>

#include <orgscale/core/checked.hpp>
#include <orgscale/core/describe.hpp>
#include <orgscale/core/law.hpp>
#include <orgscale/core/select.hpp>
#include <orgscale/improvement/detail/mean_decay.hpp>

namespace orgscale {

namespace detail {

/// t/h in units in which e^-x is 2^{-t/h}: ln 2 t/h.
template <real Real>
[[nodiscard]] Real decay_by_halves(const Real& halving_time, const Real& time)
{
    using std::log;
    return log(Real(2)) * (time / halving_time);
}

} // namespace detail

/// 1 - 2^{-t/h}, of what can be improved the share that is, a time t after the start.
template <real Real>
[[nodiscard]] Real improved_share(const Real& halving_time, const Real& time)
{
    using std::expm1;
    return -expm1(Real(-detail::decay_by_halves(halving_time, time)));
}

/// Dm + (D - Dm) 2^{-t/h}, what a level is a time t later; to the bit D at t = 0 or for no improvement.
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

/// The half-life of improvement: what can be improved, less than half is left of it every h.
///
///     dD/dt = -(ln 2/h) (D - Dm)
///     D(t)  = Dm + (D0 - Dm) 2^{-t/h}                                                   [1]
///     h     = -τ ln 2/ln(1-q)          for improvements of a share q of it in each cycle of length τ
///
/// An h without end is a firm that does not improve. Analog Devices, July 1987 to July 1990, in 36
/// months: defects delivered 500 to 50 per million, h = 10.8 months; deliveries on time 70 to 96
/// percent, which are late ones 30 to 4 percent, h = 12.4 months [2].
///
///     half_life<> pace{.halving_time = 9};  pace.after(500, 36);                          // 31.25
///
/// For a level that is better when it is less: defects, late deliveries, time lost. Take a share of what is
/// right from 1 first. Not for a measure whose least value is a guess that matters: near it, h is not to be
/// had from data.
///
/// [1] Schneiderman, A. M. (1988). Setting quality goals. Quality Progress 21(4), 51-57.
/// [2] Kaplan, R. S., Norton, D. P. (1992). The balanced scorecard: measures that drive performance.
///     Harvard Business Review 70(1), 71-79.
template <real Real = double>
struct half_life {
    using real_type = Real;

    positive<Real> halving_time;          ///< h, until half of what can be improved is left [time]
    finite_non_negative<Real> minimum{0}; ///< Dm, what can't be improved               [level]

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

    /// ∫ D dt over a horizon T, what there is of it in all: Dm T + (D - Dm) (h/ln 2) (1 - 2^{-T/h})
    /// [level * time].
    [[nodiscard]] Real exposure(const Real& level, const Real& horizon) const
    {
        const Real decay = detail::decay_by_halves(Real{halving_time}, horizon);
        return horizon * (minimum * detail::mean_loss(decay) + level * detail::mean_decay(decay));
    }

    /// D T less that: what there would have been more without improvement [level * time].
    [[nodiscard]] Real saved(const Real& level, const Real& horizon) const
    {
        return horizon * ((level - minimum) *
                          detail::mean_loss(detail::decay_by_halves(Real{halving_time}, horizon)));
    }

    /// h log2((D - Dm)/(D' - Dm)), until a level is another one [time]; nothing if it never is, as above
    /// it, at the minimum and below it, or without improvement.
    [[nodiscard]] std::optional<Real> time_to(const Real& level, const Real& wanted) const
        requires ordered_real<Real>
    {
        if (level <= wanted && level >= wanted) return Real(0);
        if (!(wanted < level) || !(wanted > minimum) || !(halving_time < infinity<Real>()))
            return std::nullopt;
        return halving_time * halvings(level, wanted, Real{minimum});
    }

    /// From a cycle that improves the share q of what can be, each of length τ: plan, do, check, act.
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

    /// The one that makes a level another one in that time; nothing if it did not fall.
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
        return std::tuple{
            parameter{"halving_time", "h", "time", "until half of what can be improved is left",
                      &half_life::halving_time},
            parameter{"minimum", "Dm", "level", "what can't be improved", &half_life::minimum}};
    }

private:
    /// How often it halved.
    [[nodiscard]] static Real halvings(const Real& level, const Real& later, const Real& minimum)
    {
        using std::log, std::log1p;
        return log1p(Real((level - later) / (later - minimum))) / log(Real(2));
    }
};

static_assert(closed_form<half_life<>>);
static_assert(fully_described<half_life<>>);

} // namespace orgscale
