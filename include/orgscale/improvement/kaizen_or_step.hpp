#pragma once

#include <cmath>
#include <optional>
#include <tuple>

#include <orgscale/core/checked.hpp>
#include <orgscale/core/describe.hpp>
#include <orgscale/core/dual.hpp>
#include <orgscale/core/select.hpp>
#include <orgscale/improvement/half_life.hpp>

namespace orgscale {

/// Many small changes against one big step: what of a level people bear with either.
///
///     kaizen(T) = Dm T + (D0 - Dm) (h/ln 2) (1 - 2^{-T/h})        improves from the first day on [1]
///     step(T)   = D0 ts + Ds (T - ts)                             D0 T before ts, when it is done
///
/// The step lags until it is done, and for as long again as it takes to make up for that. If it goes less
/// far than kaizen in the end, Ds > Dm, it is ahead for some horizons at most, and then no more. Both are
/// taken to be free. Not for a step that dips first or whose problems return, which is less than this
/// one (reorganization).
///
///     kaizen_or_step<>{.kaizen = {.halving_time = 12}, .level = 100, .step_level = 20, .step_time = 6}
///         .step_ahead();                                                    // 8.0 to 59.8
///
/// [1] Schneiderman, A. M. (1988). Setting quality goals. Quality Progress 21(4), 51-57.
template <real Real = double>
struct kaizen_or_step {
    using real_type = Real;

    half_life<Real>           kaizen;     ///< h and Dm, of the small changes
    finite_non_negative<Real> level;      ///< D0, at the start             [level]
    finite_non_negative<Real> step_level; ///< Ds, after the step           [level]
    finite_non_negative<Real> step_time;  ///< ts, when it is done           [time]

    [[no_unique_address]] agreed improves{Real{kaizen.minimum} <= Real{level},
                                          "kaizen.minimum must be at most level"};

    /// The horizons between which the step has cost less.
    struct horizons {
        Real from; ///< when it is even with kaizen              [time]
        Real to;   ///< when kaizen is even again, or infinite   [time]
    };

    /// What there is of it until T with small changes [level * time].
    [[nodiscard]] Real kaizen_exposure(const Real& horizon) const
    {
        return kaizen.exposure(Real{level}, horizon);
    }

    /// The same with the step [level * time].
    [[nodiscard]] constexpr Real step_exposure(const Real& horizon) const
    {
        return level * least(horizon, Real{step_time}) +
               step_level * greatest(Real(horizon - step_time), Real(0));
    }

    /// When the step is ahead; nothing if it never is.
    [[nodiscard]] std::optional<horizons> step_ahead() const
        requires ordered_real<Real>
    {
        using std::log;
        const Real won = level - step_level, kaizen_wins = level - kaizen.minimum;
        if (!(won > 0)) return std::nullopt;
        if (!(kaizen.halving_time < infinity<Real>()))
            return horizons{Real{step_time}, infinity<Real>()};

        // By how much less kaizen has cost is convex in T, and least where its level is the step's.
        const Real mean_life = kaizen.halving_time / log(Real(2));
        const Real further   = step_level - kaizen.minimum;
        if (!(further > 0)) {
            if (further >= 0 && !(step_time < mean_life)) return std::nullopt;
            return horizons{crossing(Real{step_time}), infinity<Real>()};
        }
        const auto meet = kaizen.time_to(Real{level}, Real{step_level});
        if (!meet || !(step_time < *meet) || !(kaizen_lead(*meet) < 0)) return std::nullopt;
        // What it tends to, a straight line, lies below it and so ends later.
        const Real late = (kaizen_wins * mean_life - won * step_time) / further;
        return horizons{crossing(Real{step_time}), crossing(late)};
    }

    static constexpr auto parameters()
    {
        return std::tuple{
            parameter{"kaizen", "", "", "the small changes", &kaizen_or_step::kaizen},
            parameter{"level", "D0", "level", "at the start", &kaizen_or_step::level},
            parameter{"step_level", "Ds", "level", "after the step", &kaizen_or_step::step_level},
            parameter{"step_time", "ts", "time", "when the step is done",
                      &kaizen_or_step::step_time}};
    }

private:
    /// step(T) - kaizen(T) from ts on, of what either has saved.
    [[nodiscard]] Real kaizen_lead(const Real& horizon) const
    {
        return kaizen.saved(Real{level}, horizon) -
               (level - step_level) * Real(horizon - step_time);
    }

    /// Where that is 0, by Newton's method from a side on which it is not below: by its convexity the
    /// steps never go too far.
    [[nodiscard]] Real crossing(const Real& start) const
    {
        const auto better = [&](const Real& x) {
            const Real slope = (level - kaizen.minimum) *
                                   improved_share(Real{kaizen.halving_time}, x) -
                               (level - step_level);
            return Real(x - kaizen_lead(x) / slope);
        };
        Real x     = start;
        bool rises = true, falls = true;
        for (int step = 0; step < 200 && (rises || falls); ++step) { // as a rule fewer than ten
            const Real next = better(x);
            rises           = rises && x < next;
            falls           = falls && next < x;
            if (rises || falls) x = next;
        }
        // From a point without derivatives each step brings those of one order more.
        x = better(Real(passive(x)));
        return better(x);
    }
};

static_assert(fully_described<kaizen_or_step<>>);

} // namespace orgscale
