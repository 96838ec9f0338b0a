#pragma once

#include <orgscale/core/check_start.hpp>
#include <orgscale/core/dynamics.hpp>
#include <orgscale/core/law.hpp>
#include <orgscale/solve/detail/recorder.hpp>
#include <orgscale/solve/events.hpp>
#include <orgscale/solve/exact_trajectory.hpp>
#include <orgscale/solve/options.hpp>
#include <orgscale/solve/trajectory.hpp>

namespace orgscale {

/// What can be solved: a law of one number, or a dynamics of several.
template <class Model>
concept solvable = law<Model> || dynamics<Model>;

/// The run of a model from a start to an end: `solve(firm, {.people = 5, .customers = 20},
/// {.to = 60})(36.5).customers`.
///
/// The error of each step is kept within absolute + relative |x|; the errors of the steps add up, so
/// expect that of the run to be some ten times as large. It lands on the end exactly, and on the
/// times at which the model's equations change. It always ends: `complete()` and `reason()` of the
/// run say whether it got there. For equations without fast parts (not stiff); fast parts make it
/// take many steps, and say so.
///
/// Over numbers with derivatives (dual) the errors of the derivatives are kept within the same
/// tolerance, at the size of x or of the derivative, whichever is larger: seed a variable of size p with
/// p, as `levers` does, and it is a tolerance of shares. Second derivatives (nested duals) hold up to the
/// first change of what binds: where `least` or `greatest` changes sides they have a jump, which is not
/// applied. First derivatives have none there and hold on.
///
/// Any number of events (see events.hpp) may follow the options.
template <solvable Model, class... Events>
    requires(sizeof...(Events) > 0 || !closed_form<Model>)
[[nodiscard]] trajectory<Model> solve(const Model& model, const detail::state_of<Model>& start,
                                      const solve_options<typename Model::real_type>& options,
                                      const Events&... events)
{
    check_start(start, options.where);
    return detail::recorder<Model>{model, start, options}.record(events...);
}

/// The run of a law that knows its solution, without error. With events it is solved in steps.
template <closed_form Law>
[[nodiscard]] exact_trajectory<Law> solve(const Law& model, const typename Law::real_type& start,
                                          const solve_options<typename Law::real_type>& options)
{
    using Real = typename Law::real_type;
    return {model, start, Real{options.from}, Real{options.to}};
}

} // namespace orgscale
