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

/// A law of one number, or a dynamics of several.
template <class Model>
concept solvable = law<Model> || dynamics<Model>;

/// The run of a model from a start to an end: `solve(firm, {.people = 5, .customers = 20},
/// {.to = 60})(36.5).customers`.
///
/// The error of each step is kept within absolute + relative |x|. Errors accumulate: expect about ten
/// times that over a run. Steps end exactly at `to` and at the model's breakpoints. A run always returns;
/// `complete()` and `reason()` say whether it reached its end. Where stability and not the error bounds the
/// steps of the explicit method, an implicit one takes over, so stiff models, such as a firm that hires in
/// minutes over years, take few steps as well. A start that no organisation can have, such as negative
/// people, is refused (see check_start.hpp).
///
/// Over numbers with derivatives (dual), errors of derivatives are kept within the same tolerance,
/// relative to x or to the derivative, whichever is larger. Seed a variable of size p with p, as `levers`
/// does, to make the tolerance relative. Second derivatives (nested duals) are valid up to the first
/// change of the binding limit: where `least` or `greatest` switches sides they jump, and the jump is not
/// applied. First derivatives remain valid.
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

/// The exact run of a law with a closed form. With events it is solved in steps.
template <closed_form Law>
[[nodiscard]] exact_trajectory<Law> solve(const Law& model, const typename Law::real_type& start,
                                          const solve_options<typename Law::real_type>& options)
{
    using Real = typename Law::real_type;
    return {model, start, Real{options.from}, Real{options.to}};
}

} // namespace orgscale
