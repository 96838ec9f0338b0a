#pragma once

#include <algorithm>
#include <cstddef>
#include <optional>
#include <utility>
#include <vector>

#include <orgscale/core/dual.hpp>
#include <orgscale/core/growth_model.hpp>
#include <orgscale/core/staging.hpp>
#include <orgscale/core/with_real.hpp>
#include <orgscale/solve/crossings.hpp>
#include <orgscale/solve/ending.hpp>
#include <orgscale/solve/implicit_zero.hpp>
#include <orgscale/solve/solve.hpp>

namespace orgscale {

/// A stage that a run has reached.
template <class Stage, growth_model Model>
struct reached_stage {
    Stage                      stage;
    typename Model::real_type  time;  ///< when it has first lasted for its holding time
    typename Model::state_type state; ///< at that time
    std::optional<typename Model::real_type> lost; ///< when it is first lost again, if ever
    bool                                     held; ///< whether it is reached at the end of the run
};

/// The stages a run has reached, in order.
template <class Stage, growth_model Model>
struct travelled {
    std::vector<reached_stage<Stage, Model>> reached;
    ending                                   reason; ///< why the run ended

    [[nodiscard]] bool complete() const noexcept { return reason == ending::reached_end; }

    /// When a stage was first reached; nothing if it was not.
    [[nodiscard]] std::optional<reached_stage<Stage, Model>> when(Stage stage) const
    {
        for (const auto& one : reached)
            if (one.stage == stage) return one;
        return std::nullopt;
    }

    /// The furthest stage reached, even if lost again; nothing if there is none.
    [[nodiscard]] std::optional<Stage> furthest() const
    {
        if (reached.empty()) return std::nullopt;
        return reached.back().stage;
    }
};

namespace detail {

/// The staging over a model's number type if it is a template over its number, else itself.
template <class Staging, real Real>
[[nodiscard]] constexpr auto staging_over(const Staging& way)
{
    if constexpr (requires {
                      requires described<Staging>;
                      typename Staging::real_type;
                      requires has_real<Staging, Real>;
                  }) {
        return with_real<Real>(way);
    } else {
        return way;
    }
}

template <class Staging, class Real>
using staging_over_t = decltype(staging_over<Staging, Real>(std::declval<const Staging&>()));

/// How long a stage must last to count as reached; 0 if the staging has no `holding_time`.
template <real Real, class Staging>
[[nodiscard]] constexpr Real holding_time_of(const Staging& way)
{
    if constexpr (requires { way.holding_time; }) {
        return Real(way.holding_time);
    } else {
        return Real(0);
    }
}

/// The time after `before` at which `holds(time)` takes its value at `after`, by bisection; with
/// derivatives where `margin(time)` crosses zero without a jump.
template <real Real, class Holds, class Margin>
[[nodiscard]] Real time_of_change(const Real& before, const Real& after, const Holds& holds,
                                  const Margin& margin, crossing kind)
{
    using Plain      = passive_t<Real>;
    const bool there = kind == crossing::rising;
    Plain      low = passive(before), high = passive(after);
    const auto value = [&](const Plain& time) { return Plain(passive(margin(Real(time)))); };
    for (Plain half = low + (high - low) / 2; low < half && half < high;
         half       = low + (high - low) / 2)
        (holds(Real(half)) == there ? high : low) = half;
    if constexpr (has_derivatives<Real>) {
        const Plain risen  = value(high) - value(low);
        const Plain change = value(passive(after)) - value(passive(before));
        const bool  smooth = risen * risen < Plain(1e-12) * change * change;
        if (smooth) return time_of_crossing<Real>(margin, high, kind);
    }
    return without_slope(Real(high));
}

} // namespace detail

/// Which stages a run reaches and when, for a staging such as scaling_journey or one of your own.
///
/// A stage is reached when it has lasted for the staging's `holding_time`, or at once if it has none. The
/// run is sampled at 400 times or more. A change of stage between two of them is located to rounding by
/// bisection; a stage reached and lost in between can be missed. If the run did not reach its end,
/// `reason` says why. Over numbers with derivatives (dual) the times have derivatives if the staging
/// gives a `margin` that does not jump; otherwise the derivatives are NaN.
template <class Staging, growth_model Model>
    requires staging<detail::staging_over_t<Staging, typename Model::real_type>, Model>
[[nodiscard]] auto journey(const Staging& along, const trajectory<Model>& run)
{
    using Real     = typename Model::real_type;
    using Stage    = typename Staging::stage_type;
    const auto way = detail::staging_over<Staging, Real>(along);
    auto       at  = run.cursor();

    const auto stage_at = [&](const Real& time) {
        return std::optional<Stage>{way.of(run.model(), time, at(time))};
    };
    const auto                        grid = grid_of(run, 400);
    std::vector<std::optional<Stage>> stood;
    for (const Real& time : grid) stood.push_back(stage_at(time));

    travelled<Stage, Model> all{{}, run.reason()};
    for (const Stage stage : Staging::stages) {
        const auto is_there = [&](const std::optional<Stage>& now) { return now && *now >= stage; };
        const auto holds    = [&](const Real& time) { return is_there(stage_at(time)); };
        const auto margin   = [&](const Real& time) {
            if constexpr (requires { way.margin(stage, run.model(), time, at(time)); }) {
                return Real(way.margin(stage, run.model(), time, at(time)));
            } else {
                return Real(holds(time) ? 1 : -1); // jumps
            }
        };
        const auto change_before = [&](auto place, crossing kind) {
            const auto index = static_cast<std::size_t>(place - stood.begin());
            if (index == 0) return without_slope(grid.front());
            return detail::time_of_change(grid[index - 1], grid[index], holds, margin, kind);
        };

        // The first stretch in which it lasts long enough, and whether the last one does.
        const Real hold  = detail::holding_time_of<Real>(way);
        auto       first = std::ranges::find_if(stood, is_there);
        Real       since = grid.back();
        auto       gone  = stood.end();
        while (first != stood.end()) {
            since           = change_before(first, crossing::rising);
            gone            = std::find_if_not(first, stood.end(), is_there);
            const Real ends = gone == stood.end() ? grid.back()
                                                  : change_before(gone, crossing::falling);
            if (ends - since >= hold) break;
            first = std::find_if(gone, stood.end(), is_there);
        }
        if (first == stood.end()) break; // nor any later stage

        const Real                  time = since + hold;
        reached_stage<Stage, Model> reached{stage, time, at(time), std::nullopt, false};
        if (gone != stood.end()) reached.lost = change_before(gone, crossing::falling);
        if (is_there(stood.back())) {
            const auto last = std::find_if_not(stood.rbegin(), stood.rend(), is_there).base();
            reached.held    = grid.back() - change_before(last, crossing::rising) >= hold;
        }
        all.reached.push_back(reached);
    }
    return all;
}

/// The same for a model, run from a start: `journey(scaling_journey<>{}, commons, {.people = 5,
/// .customers = 100}, {.to = 120}).when(stage::scaled_operations)`.
template <class Staging, growth_model Model>
    requires staging<detail::staging_over_t<Staging, typename Model::real_type>, Model>
[[nodiscard]] auto journey(const Staging& along, const Model& model,
                           const typename Model::state_type&               start,
                           const solve_options<typename Model::real_type>& options)
{
    return journey(along, solve(model, start, options));
}

} // namespace orgscale
