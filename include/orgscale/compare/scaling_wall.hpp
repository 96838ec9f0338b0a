#pragma once

#include <orgscale/compare/answer.hpp>
#include <orgscale/compare/detail/locate_wall.hpp>
#include <orgscale/compare/wall.hpp>
#include <orgscale/compare/wall_options.hpp>
#include <orgscale/core/checked.hpp>
#include <orgscale/core/dual.hpp>
#include <orgscale/core/growth_model.hpp>
#include <orgscale/core/with_real.hpp>
#include <orgscale/solve/solve.hpp>

namespace orgscale {

/// The earliest time after which the inflow of customers stays below (1 - shortfall) of demand until the
/// end of the run, and what binds then (see wall). Nothing if there is none, or if the last shortage has
/// passed by the end. Even in healthy growth customers wait briefly for people, so only a shortage of at
/// least `shortfall` counts. It must also matter:
///
///     inflow < (1 - shortfall) demand    and    (demand - inflow) T > negligible * customers
///
/// T is the length of the run [time]. The second rule excludes the end of a saturated market, where
/// hardly anybody is left to win; negligible = 0 turns it off.
///
/// A recovery much shorter than 1/64 of the run can be missed, and a wall just before the end may be a
/// passing shortage. If the run did not reach its end, `reason()` says why. Over numbers with derivatives
/// (dual) the time and the state have derivatives where the inflow crosses demand; they are NaN where a
/// jump makes the wall or the inflow only touches. Second derivatives are valid only if the binding limit
/// has not changed before the wall (see solve.hpp); first derivatives always are.
template <growth_model Model>
[[nodiscard]] answer<wall<Model>> scaling_wall(
    const Model& model, const trajectory<Model>& run,
    fraction_below_one<typename Model::real_type> shortfall  = typename Model::real_type(0.05),
    fraction_below_one<typename Model::real_type> negligible = typename Model::real_type(0.001))
{
    using Real = typename Model::real_type;
    const auto rule =
        detail::shortage_rule_of(Real{shortfall}, Real{negligible}, Real(run.to() - run.from()));
    return detail::locate_wall(model, run, rule).found;
}

/// The same for a model, run from a start: `scaling_wall(commons, {.people = 5, .customers = 100},
/// {.to = 600})`.
template <growth_model Model>
[[nodiscard]] answer<wall<Model>> scaling_wall(
    const Model& model, const typename Model::state_type& start,
    const wall_options<typename Model::real_type>& options)
{
    using Real   = typename Model::real_type;
    using number = passive_t<Real>;
    if constexpr (has_derivatives<Real> && described<Model>) {
        // Locate it in plain numbers, then take its derivatives from a run that ends there.
        const auto in_plain = [](const Real& x) { return number(passive(x)); };
        const auto same     = with_real<number>(model);
        const auto plain_run =
            detail::run_for_wall(same, state_for<with_real_t<Model, number>>(start),
                                 wall_options<number>{.from      = in_plain(options.from),
                                                      .to        = in_plain(options.to),
                                                      .relative  = in_plain(options.relative),
                                                      .absolute  = in_plain(options.absolute),
                                                      .max_steps = options.max_steps,
                                                      .max_step  = in_plain(options.max_step),
                                                      .where     = options.where},
                                 in_plain(options.to));
        const number length = plain_run.to() - plain_run.from();
        const auto [without, kind] =
            detail::locate_wall(same, plain_run,
                                detail::shortage_rule_of(in_plain(options.shortfall),
                                                         in_plain(options.negligible), length));
        if (!without) return {without.reason()};
        const auto there = detail::run_for_wall(model, start, options, Real(without->time));
        if (const auto moving = detail::moving_wall(
                model, there, *without, kind,
                detail::shortage_rule_of(Real{options.shortfall}, Real{options.negligible},
                                         Real(length))))
            return {without.reason(), *moving};
    }
    return scaling_wall(model, detail::run_for_wall(model, start, options, Real{options.to}),
                        options.shortfall, options.negligible);
}

} // namespace orgscale
