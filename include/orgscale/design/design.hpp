#pragma once

#include <concepts>
#include <source_location>
#include <type_traits>
#include <vector>

#include <orgscale/core/check_start.hpp>
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

/// A growth model that can be designed: its parameters are described and its state counts customers.
template <class Model>
concept designable = growth_model<Model> && described<Model> &&
                     std::floating_point<typename Model::real_type> &&
                     requires(const typename Model::state_type& x) {
                         { x.customers } -> std::convertible_to<typename Model::real_type>;
                     };

/// Works backwards from a promise to the organisations that keep it. Within a box of parameters it finds
/// the cheapest, and the part of the promise that drives its cost; if none keeps the promise, the part
/// that rules it out.
///
///     const auto plan = design(
///         promise<>{.customers = 100'000, .by = 36, .wait = 2.0 / 30, .share = 0.95}, firm,
///         {.people = 10, .customers = 100},
///         {{"growth.governance.span_of_control", 3, 15}, {"growth.hiring_rate", 1, 500}});
///     if (plan) plan.cheapest().value("growth.hiring_rate");
///     else      name(plan.forbidden_by[0]);
///
/// The model's other parameters stay fixed. The cost is a callable `(model, run) -> number`, such as
/// total_outlay; by default it is person_time. The start may be a callable `model -> state` for models
/// that make it (opening()). The box is sampled, then searched (see evolve.hpp); a local search follows
/// faces and edges of the box from the best design and from others far from it (see descend.hpp). Every
/// organisation returned has been run again at the full tolerance and keeps the promise there. The result
/// is the same on every run and machine. Parameters at an end of their range are named in the answer: a
/// wider range might be cheaper.
///
/// This is a search, not a proof. In boxes of four parameters the cost found was within about 1e-4 of the
/// least (bench/README.md); more parameters need more runs, and a promise reported as infeasible may hold
/// in a corner smaller than the sample resolves. Wait and share over a period are checked at 33 times. A
/// program compiled without exceptions ends if the search meets parameters that break a rule together.
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

/// The same from a fixed start. Refused if no organisation can have it (see check_start.hpp).
template <designable Model, class Cost = person_time>
    requires std::is_invocable_r_v<typename Model::real_type, const Cost&, const Model&,
                                   const trajectory<Model>&>
[[nodiscard]] design_answer<Model> design(
    const std::type_identity_t<promise<typename Model::real_type>>& promised, const Model& model,
    const typename Model::state_type&                                      start,
    const std::vector<parameter_range<typename Model::real_type>>&         box,
    const std::type_identity_t<design_options<typename Model::real_type>>& options = {},
    const Cost& cost = {}, std::source_location where = std::source_location::current())
{
    check_start(start, where);
    return design(promised, model, [&](const Model&) { return start; }, box, options, cost);
}

} // namespace orgscale
