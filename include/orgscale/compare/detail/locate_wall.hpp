#pragma once

#include <algorithm>
#include <cstddef>
#include <optional>
#include <vector>

#include <orgscale/compare/answer.hpp>
#include <orgscale/compare/detail/shortage.hpp>
#include <orgscale/compare/detail/wall_limits.hpp>
#include <orgscale/compare/wall.hpp>
#include <orgscale/compare/wall_options.hpp>
#include <orgscale/core/dual.hpp>
#include <orgscale/core/flows.hpp>
#include <orgscale/core/growth_model.hpp>
#include <orgscale/solve/crossings.hpp>
#include <orgscale/solve/implicit_zero.hpp>
#include <orgscale/solve/solve.hpp>

/// Locates a wall in a run, and gives derivatives to one found in plain numbers.
namespace orgscale::detail {

/// A wall, and how the surplus meets zero there.
template <growth_model Model>
struct located_wall {
    answer<wall<Model>> found;
    crossing            kind = crossing::falling;
};

template <growth_model Model>
[[nodiscard]] located_wall<Model> locate_wall(const Model& model, const trajectory<Model>& run,
                                              const shortage_rule<typename Model::real_type>& rule)
{
    using Real          = typename Model::real_type;
    auto       at       = run.cursor();
    const auto distance = [&](const Real& time) {
        const auto x = at(time);
        return rule.margin(flows(model, time, x), x);
    };
    const auto short_at = [&](const Real& time) { return distance(time) < 0; };
    const auto exact    = [](const Real&) { return Real(0); };

    if (!short_at(run.to())) return {{run.reason()}};
    const auto  grid  = grid_of(run);
    std::size_t first = grid.size() - 1; // first time from which the inflow stays short
    while (first > 0 && short_at(grid[first - 1])) --first;

    // The inflow falls short in the interval before it. A recovery between two grid times moves the wall
    // later. Where the inflow leaves demand without crossing (a shortfall of 0, a jump), bisection
    // locates it.
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
            time = without_slope(after); // a jump has no equation to differentiate
    }
    if (!short_at(time)) { // located on the side where demand is still met
        const auto later = std::upper_bound(grid.begin(), grid.end(), time);
        if (later != grid.end() && short_at(*later))
            time = Real(passive(halved(time, *later))) + (time - Real(passive(time)));
    }

    const auto state = at(time);
    const auto what  = time > run.from() ? limits_at(model, time, state, Real(rule.shortfall / 2))
                                         : limits_over(model, run, rule.shortfall);
    return {{run.reason(), wall<Model>{time, state, what.limit, what.cause, what.also}}, kind};
}

/// A wall found in plain numbers, with derivatives from a run that ends there; nothing if the inflow does
/// not meet demand there.
template <growth_model Model, class Plain>
[[nodiscard]] std::optional<wall<Model>> moving_wall(
    const Model& model, const trajectory<Model>& run, const Plain& found, crossing kind,
    const shortage_rule<typename Model::real_type>& rule)
{
    using Real          = typename Model::real_type;
    using number        = passive_t<Real>;
    const bool at_start = !(found.time > passive(run.from()));
    if (!run.complete() || at_start) return std::nullopt;

    auto       at       = run.cursor();
    const auto distance = [&](const Real& time) {
        const auto x = at(time);
        return rule.margin(flows(model, time, x), x);
    };
    // The surplus is 0 to the error of the run, unless a jump makes the wall.
    const number whole = passive(demand(model, run.to(), at(run.to())));
    const number off   = passive(distance(run.to()));
    const number error = 1000 * number(passive(run.relative())) * whole;
    if (!(off < error && -error < off)) return std::nullopt;

    const Real time = time_of_crossing<Real>(distance, number(found.time), kind);
    using limit     = typename Model::limit;
    const auto same = [](const auto& one) {
        return one ? std::optional{static_cast<limit>(*one)} : std::nullopt;
    };
    wall<Model> moved{time, at(time), static_cast<limit>(found.limit), same(found.cause),
                      same(found.also)};
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
                  .max_step  = Real{options.max_step},
                  .where     = options.where});
}

} // namespace orgscale::detail
