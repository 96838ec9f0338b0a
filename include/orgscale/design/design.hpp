#pragma once

#include <concepts>
#include <type_traits>
#include <vector>

#include <orgscale/core/describe.hpp>
#include <orgscale/core/growth_model.hpp>
#include <orgscale/design/design_answer.hpp>
#include <orgscale/design/design_options.hpp>
#include <orgscale/design/detail/design_search.hpp>
#include <orgscale/design/detail/evaluator.hpp>
#include <orgscale/design/parameter_range.hpp>
#include <orgscale/design/person_time.hpp>
#include <orgscale/design/promise.hpp>
#include <orgscale/solve/trajectory.hpp>

namespace orgscale {

/// A growth model that can be designed: its parameters are described, its state counts customers.
template <class Model>
concept designable = growth_model<Model> && described<Model> &&
                     std::floating_point<typename Model::real_type> &&
                     requires(const typename Model::state_type& x) {
                         { x.customers } -> std::convertible_to<typename Model::real_type>;
                     };

/// From a promise back to the organisations that keep it: those of a box, the cheapest of them, which part
/// of the promise makes it cost that; or that none does, and which part forbids it.
///
///     const auto plan = design(
///         promise<>{.customers = 100'000, .by = 36, .wait = 2.0 / 30, .share = 0.95}, firm,
///         {.people = 10, .customers = 100},
///         {{"growth.governance.span_of_control", 3, 15}, {"growth.hiring_rate", 1, 500}});
///     if (plan) plan.cheapest().value("growth.hiring_rate");
///     else      name(plan.forbidden_by[0]);
///
/// The model's other parameters stay. The cost is a callable `(model, run) -> number`, total_outlay among
/// them, or without one the time of the people. The start may be a callable `model -> state` for models that
/// make it (opening()). The box is looked at all over, then searched (evolve.hpp), and from the best of that
/// and others far from it a local search goes down along faces and edges (descend.hpp); every organisation
/// returned was run again at the full tolerance, and keeps the promise there. Alike on every run and machine.
///
/// A search, not a proof: on boxes of four parameters the cheapest was so to some 1e-4 (bench/README.md),
/// with more it needs more runs. Parameters at an end of their range are named: a wider range might be
/// cheaper. What none keeps might be kept in a corner smaller than its sample. Wait and share over a time are looked at 33 times in it. A program without exceptions ends where the
/// search comes to parameters that break a rule together.
template <designable Model, class Start, class Cost = person_time>
    requires std::is_invocable_r_v<typename Model::state_type, const Start&, const Model&> &&
             std::is_invocable_r_v<typename Model::real_type, const Cost&, const Model&,
                                   const trajectory<Model>&>
[[nodiscard]] design_answer<Model> design(
    const std::type_identity_t<promise<typename Model::real_type>>& promised, const Model& model,
    const Start& start, const std::vector<parameter_range<typename Model::real_type>>& box,
    const std::type_identity_t<design_options<typename Model::real_type>>& options = {},
    const Cost&                                                            cost    = {})
{
    const detail::evaluator<Model, Start, Cost> evaluate{promised, model,   start,
                                                         box,      options, cost};
    return detail::design_search<Model, Start, Cost>{promised, evaluate, options}.result();
}

/// The same from a given start.
template <designable Model, class Cost = person_time>
    requires std::is_invocable_r_v<typename Model::real_type, const Cost&, const Model&,
                                   const trajectory<Model>&>
[[nodiscard]] design_answer<Model> design(
    const std::type_identity_t<promise<typename Model::real_type>>& promised, const Model& model,
    const typename Model::state_type&                                      start,
    const std::vector<parameter_range<typename Model::real_type>>&         box,
    const std::type_identity_t<design_options<typename Model::real_type>>& options = {},
    const Cost&                                                            cost    = {})
{
    return design(promised, model, [&](const Model&) { return start; }, box, options, cost);
}

} // namespace orgscale
