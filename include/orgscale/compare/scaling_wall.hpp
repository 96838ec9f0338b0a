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

/// The earliest time after which the inflow of customers stays below (1 - shortfall) of demand until
/// the end of the run, with what binds then (see wall); nothing if there is none, also if the last
/// shortage of the run has passed. Healthy growth has customers waiting for people from moment to
/// moment, so a shortage must be one of `shortfall` to count. It must also matter:
///
///     inflow < (1 - shortfall) demand    and    (demand - inflow) T > negligible * customers
///
/// T is the length of the run [time]. The second rule leaves out the end of a market that is won, where
/// hardly anybody is left to miss; negligible = 0 turns it off.
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
    fraction_below_one<typename Model::real_type> shortfall  = typename Model::real_type(0.05),
    fraction_below_one<typename Model::real_type> negligible = typename Model::real_type(0.001))
{
    using Real = typename Model::real_type;
    const auto rule =
        detail::shortage_rule_of(Real{shortfall}, Real{negligible}, Real(run.to() - run.from()));
    return detail::locate_wall(model, run, rule).found;
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
                                                      .max_step  = in_plain(options.max_step)},
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
