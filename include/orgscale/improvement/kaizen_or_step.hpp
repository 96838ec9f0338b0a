#pragma once

#include <cmath>
#include <optional>

#include <orgscale/core/checked.hpp>
#include <orgscale/core/describe.hpp>
#include <orgscale/core/dual.hpp>
#include <orgscale/core/select.hpp>
#include <orgscale/improvement/half_life.hpp>

namespace orgscale {

/// Many small changes or one big step: the cumulative exposure to a level of defects with either.
///
///     kaizen(T) = Dm T + (D0 - Dm) (h/ln 2) (1 - 2^{-T/h})        improves from the first day [1]
///     step(T)   = D0 ts + Ds (T - ts)                             D0 T before the step at ts
///
/// The step is behind until it is made, and then for a while longer until it has caught up. If kaizen
/// goes further in the end, Ds > Dm, the step is ahead for at most a bounded range of horizons. Neither
/// has a cost of its own. Not for a step that dips first or whose problems return (reorganization): that
/// one does worse than this.
///
///     kaizen_or_step<>{.kaizen = {.halving_time = 12}, .level = 100, .step_level = 20, .step_time = 6}
///         .step_ahead();                                                    // 8.0 to 59.8
///
/// [1] Schneiderman, A. M. (1988). Setting quality goals. Quality Progress 21(4), 51-57.
template <real Real = double>
struct kaizen_or_step {
    using real_type = Real;

    half_life<Real>           kaizen;     ///< h and Dm of the small changes
    finite_non_negative<Real> level;      ///< D0, initial level            [level]
    finite_non_negative<Real> step_level; ///< Ds, level after the step     [level]
    finite_non_negative<Real> step_time;  ///< ts, when the step is made     [time]

    [[no_unique_address]] agreed improves{Real{kaizen.minimum} <= Real{level},
                                          "kaizen.minimum must be at most level"};

    /// The range of horizons for which the step has the smaller exposure.
    struct horizons {
        Real from; ///< where the step catches up with kaizen                [time]
        Real to;   ///< where kaizen catches up again; infinite if never     [time]
    };

    /// Exposure up to T with small changes [level * time].
    [[nodiscard]] Real kaizen_exposure(const non_negative<Real>& horizon) const
    {
        return kaizen.exposure(Real{level}, Real{horizon});
    }

    /// Exposure up to T with the step [level * time].
    [[nodiscard]] constexpr Real step_exposure(const non_negative<Real>& horizon) const
    {
        return level * least(Real{horizon}, Real{step_time}) +
               step_level * greatest(Real(Real{horizon} - step_time), Real(0));
    }

    /// The horizons for which the step is ahead; empty if it never is.
    [[nodiscard]] std::optional<horizons> step_ahead() const
        requires ordered_real<Real>
    {
        using std::log;
        const Real won = level - step_level, kaizen_wins = level - kaizen.minimum;
        if (!(won > 0)) return std::nullopt;
        if (!(kaizen.halving_time < infinity<Real>()))
            return horizons{Real{step_time}, infinity<Real>()};

        // Kaizen's lead is convex in T, and least where its level equals the step's.
        const Real mean_life = kaizen.halving_time / log(Real(2));
        const Real further   = step_level - kaizen.minimum;
        if (!(further > 0)) {
            if (further >= 0 && !(step_time < mean_life)) return std::nullopt;
            return horizons{crossing(Real{step_time}), infinity<Real>()};
        }
        const auto meet = kaizen.time_to(Real{level}, Real{step_level});
        if (!meet || !(step_time < *meet) || !(kaizen_lead(*meet) < 0)) return std::nullopt;
        // Its asymptote, a straight line, lies below it and so crosses 0 later.
        const Real late = (kaizen_wins * mean_life - won * step_time) / further;
        return horizons{crossing(Real{step_time}), crossing(late)};
    }

    static constexpr auto parameters()
    {
        return description{
            parameter{"kaizen", "", "", "the small changes", &kaizen_or_step::kaizen},
            parameter{"level", "D0", "level", "initial level", &kaizen_or_step::level},
            parameter{"step_level", "Ds", "level", "level after the step",
                      &kaizen_or_step::step_level},
            parameter{"step_time", "ts", "time", "time at which the step is made",
                      &kaizen_or_step::step_time}};
    }

private:
    /// step(T) - kaizen(T) for T >= ts, from the exposure each has avoided [level * time].
    [[nodiscard]] Real kaizen_lead(const Real& horizon) const
    {
        return kaizen.saved(Real{level}, horizon) -
               (level - step_level) * Real(horizon - step_time);
    }

    /// A root of kaizen_lead, by Newton's method from a point where it is not negative: since it is
    /// convex the iteration never overshoots.
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
        for (int step = 0; step < 200 && (rises || falls); ++step) { // usually fewer than ten
            const Real next = better(x);
            rises           = rises && x < next;
            falls           = falls && next < x;
            if (rises || falls) x = next;
        }
        // From a root without derivatives, each Newton step adds one order of them.
        x = better(Real(passive(x)));
        return better(x);
    }
};

static_assert(fully_described<kaizen_or_step<>>);

} // namespace orgscale
