#pragma once

// Longer than a header should be: the search in plain numbers and the derivatives of what it finds
// are told side by side.

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

#include <orgscale/compare/answer.hpp>
#include <orgscale/compare/detail/inflow.hpp>
#include <orgscale/core/checked.hpp>
#include <orgscale/core/dual.hpp>
#include <orgscale/core/growth_model.hpp>
#include <orgscale/core/with_real.hpp>
#include <orgscale/solve/crossings.hpp>
#include <orgscale/solve/implicit_zero.hpp>
#include <orgscale/solve/solve.hpp>

namespace orgscale {

/// Where growth stops being set by demand and is set by the organisation itself.
template <growth_model Model>
struct wall {
    typename Model::real_type  time;
    typename Model::state_type state;
    typename Model::limit      limit;           ///< that binds the customers then
    std::optional<typename Model::limit> cause; ///< where the limit is `serve`, what keeps people few
};

/// How a wall is told from a passing shortage, besides what a run may be told.
template <real Real = double>
struct wall_options {
    finite_value<Real>       from{0};
    finite_value<Real>       to;
    positive<Real>           relative{default_tolerance<Real>()};
    positive<Real>           absolute{default_tolerance<Real>()};
    std::int64_t             max_steps = 100'000;
    positive<Real>           largest{infinity<Real>()};
    fraction_below_one<Real> shortfall{Real(0.05)}; ///< share of demand that must be missed     [-]

    [[no_unique_address]] agreed ends_after_start{to >= from, "to must not lie before from"};
};

namespace detail {

/// A wall, and how the surplus meets zero there.
template <growth_model Model>
struct located_wall {
    answer<wall<Model>> found;
    crossing            kind = crossing::falling;
};

template <growth_model Model>
[[nodiscard]] located_wall<Model> locate_wall(const Model& model, const trajectory<Model>& run,
                                              const typename Model::real_type& shortfall)
{
    using Real          = typename Model::real_type;
    auto       at       = run.cursor();
    const auto distance = [&](const Real& time) {
        return surplus(model, time, at(time), shortfall);
    };
    const auto short_at = [&](const Real& time) { return distance(time) < 0; };
    const auto exact    = [](const Real&) { return Real(0); };

    if (!short_at(run.to())) return {{run.reason()}};
    const auto  grid  = grid_of(run);
    std::size_t first = grid.size() - 1; // of the times from which on it is short
    while (first > 0 && short_at(grid[first - 1])) --first;

    // In the stretch before it the inflow falls short. A recovery between two times of the grid starts
    // it anew; where it leaves demand without crossing (a shortfall of 0, a jump), by halving.
    Real                    time = grid[first];
    const std::vector<Real> rest(
        grid.begin() + static_cast<std::ptrdiff_t>(first > 0 ? first - 1 : 0), grid.end());
    bool     crossed = false;
    crossing kind    = crossing::falling;
    for (const auto& zero : crossings(rest, distance, exact))
        if (zero.kind != crossing::rising) {
            time    = zero.time;
            kind    = zero.kind;
            crossed = true;
        }
    const auto halved = [&](Real before, Real after) {
        for (Real half = before + (after - before) / 2; before < half && half < after;
             half      = before + (after - before) / 2)
            (short_at(half) ? after : before) = half;
        return after;
    };
    if (!crossed && first > 0) {
        const Real after = halved(grid[first - 1], grid[first]);
        if (after < grid[first])
            time = without_slope(after); // a jump: it has no equation to move by
    }
    if (!short_at(time)) { // located on the side where demand is still met
        const auto later = std::upper_bound(grid.begin(), grid.end(), time);
        if (later != grid.end() && short_at(*later))
            time = Real(passive(halved(time, *later))) + (time - Real(passive(time)));
    }

    const auto  state = at(time);
    const auto  limit = binding_limit(model, time, state, shortfall / 2);
    wall<Model> found{time, state, limit, std::nullopt};
    if constexpr (requires { model.staffing(time, state), Model::limit::serve; })
        if (found.limit == Model::limit::serve) found.cause = model.staffing(time, state);
    return {{run.reason(), found}, kind};
}

/// A wall that was found in plain numbers, with derivatives from a run that ends there; nothing if it
/// is not where the inflow meets what demand would bring.
template <growth_model Model, class Plain>
[[nodiscard]] std::optional<wall<Model>> moving_wall(const Model&             model,
                                                     const trajectory<Model>& run,
                                                     const Plain& found, crossing kind,
                                                     const typename Model::real_type& shortfall)
{
    using Real          = typename Model::real_type;
    using number        = passive_t<Real>;
    const bool at_start = !(found.time > passive(run.from()));
    if (!run.complete() || at_start) return std::nullopt;

    auto       at       = run.cursor();
    const auto distance = [&](const Real& time) {
        return surplus(model, time, at(time), shortfall);
    };
    const number demand = passive(demand_of(model, run.to(), at(run.to())));
    const number off    = passive(distance(run.to()));
    const number doubt  = 1000 * number(passive(run.relative())) *
                         demand; // of the run, not of a jump
    if (!(off < doubt && -doubt < off)) return std::nullopt;

    const Real time = time_of_crossing<Real>(distance, number(found.time), kind);
    using limit     = typename Model::limit;
    wall<Model> moved{time, at(time), static_cast<limit>(found.limit), std::nullopt};
    if (found.cause) moved.cause = static_cast<limit>(*found.cause);
    return moved;
}

template <growth_model Model>
[[nodiscard]] trajectory<Model> run_for_wall(const Model&                                   model,
                                             const typename Model::state_type&              start,
                                             const wall_options<typename Model::real_type>& options,
                                             const typename Model::real_type&               to)
{
    using Real = typename Model::real_type;
    return solve(model, start,
                 {.from      = Real{options.from},
                  .to        = to,
                  .relative  = Real{options.relative},
                  .absolute  = Real{options.absolute},
                  .max_steps = options.max_steps,
                  .largest   = Real{options.largest}});
}

} // namespace detail

/// The earliest time after which the inflow of customers stays below (1 - shortfall) of demand until
/// the end of the run, with the limit that binds then; nothing if there is none, also if the last
/// shortage of the run has passed. Healthy growth has customers waiting for people from moment to
/// moment, so a shortage must be one of `shortfall` to count.
///
/// A recovery much shorter than a sixty-fourth of the run can be missed. What follows the end of the
/// run is not known: a wall just before it may be a passing shortage.
/// If the run did not reach its end, the answer's reason says so. Over numbers with derivatives (dual)
/// its time and state have theirs, where the inflow crosses what demand would bring; where a jump makes
/// the wall, or the inflow only touches, they are not numbers. Second derivatives hold if nothing else
/// began to bind before (see solve.hpp): a wall behind a change of what binds has right first ones only.
template <growth_model Model>
[[nodiscard]] answer<wall<Model>> scaling_wall(
    const Model& model, const trajectory<Model>& run,
    fraction_below_one<typename Model::real_type> shortfall = typename Model::real_type(0.05))
{
    using Real = typename Model::real_type;
    return detail::locate_wall(model, run, Real{shortfall}).found;
}

/// The same of a model from a start on: `scaling_wall(commons, {.people = 5, .customers = 100},
/// {.to = 600})`.
template <growth_model Model>
[[nodiscard]] answer<wall<Model>> scaling_wall(
    const Model& model, const typename Model::state_type& start,
    const wall_options<typename Model::real_type>& options)
{
    using Real   = typename Model::real_type;
    using number = passive_t<Real>;
    if constexpr (has_derivatives<Real> && described<Model>) {
        // Where it is, in plain numbers; its derivatives from a run that goes no further.
        const auto in_plain = [](const Real& x) { return number(passive(x)); };
        const auto same     = with_real<number>(model);
        const auto plain_run =
            detail::run_for_wall(same, state_for<with_real_t<Model, number>>(start),
                                 wall_options<number>{.from      = in_plain(options.from),
                                                      .to        = in_plain(options.to),
                                                      .relative  = in_plain(options.relative),
                                                      .absolute  = in_plain(options.absolute),
                                                      .max_steps = options.max_steps,
                                                      .largest   = in_plain(options.largest)},
                                 in_plain(options.to));
        const auto [without, kind] =
            detail::locate_wall(same, plain_run, in_plain(options.shortfall));
        if (!without) return {without.reason()};
        const auto there = detail::run_for_wall(model, start, options, Real(without->time));
        if (const auto moving =
                detail::moving_wall(model, there, *without, kind, Real{options.shortfall}))
            return {without.reason(), *moving};
    }
    return scaling_wall(model, detail::run_for_wall(model, start, options, Real{options.to}),
                        options.shortfall);
}

} // namespace orgscale
