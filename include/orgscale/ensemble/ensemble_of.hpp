#pragma once

#include <concepts>
#include <utility>
#include <vector>

#include <orgscale/core/describe.hpp>
#include <orgscale/ensemble/detail/meeting.hpp>
#include <orgscale/ensemble/detail/outputs.hpp>
#include <orgscale/ensemble/detail/run_record.hpp>
#include <orgscale/ensemble/ensemble_options.hpp>
#include <orgscale/ensemble/ensemble_outputs.hpp>
#include <orgscale/ensemble/on_one_thread.hpp>
#include <orgscale/ensemble/progress.hpp>
#include <orgscale/ensemble/uncertain.hpp>
#include <orgscale/solve/solve.hpp>

namespace orgscale {

/// Any output of a model, some of whose parameters are known only by distributions.
///
///     const auto walls = ensemble_of(
///         firm, {vary("churn", uniform(0.01, 0.03))},
///         [](const auto& drawn) { return scaling_wall(drawn, {.people = 10, .customers = 40}, {.to = 240}); },
///         {.members = 10'000, .seed = 7});
///     walls.quantile(0.5);       // the median date, if half of them hit a wall at all
///     walls.share_never();
///
/// An output is a number, an optional number, or anything with a time (a scaling_wall, a crossover, an
/// event). It may be computed on several threads at once. An exception ends the ensemble, except for a
/// parameter_error: then the member has failed. Bit-identical for any executor; see ensemble.hpp for
/// failed members, progress and memory.
template <described Model, std::invocable<const Model&> Output, class Executor = on_one_thread,
          progress_observer Observer = no_observer>
[[nodiscard]] ensemble_outputs ensemble_of(const uncertain_model<Model>& model,
                                           const Output& output, const output_options& options,
                                           const Executor& executor = {}, Observer observer = {})
{
    using function = detail::output_of_model<Model, Output>;
    const detail::outputs<Model, function> job{model, function{output}, options};
    auto record = detail::made_by_all(executor, [&] { return detail::begun(job); });
    detail::go_on(record, job, options.members, executor, observer);
    return {options, std::move(record)};
}

/// The same for an output that needs a start, which may vary: `output(model, start)`.
///
///     ensemble_of(study, {.people = 10, .customers = 40},
///                 [](const auto& drawn, const auto& start) { return scaling_wall(drawn, start, {.to = 240}); },
///                 {.members = 10'000, .seed = 7});
template <described Model, std::invocable<const Model&, const detail::state_of<Model>&> Output,
          class Executor = on_one_thread, progress_observer Observer = no_observer>
[[nodiscard]] ensemble_outputs ensemble_of(const uncertain_model<Model>&  model,
                                           const detail::state_of<Model>& start,
                                           const Output& output, const output_options& options,
                                           const Executor& executor = {}, Observer observer = {})
{
    using function = detail::output_from_start<Model, Output>;
    const detail::outputs<Model, function> job{model, function{output, start}, options};
    auto record = detail::made_by_all(executor, [&] { return detail::begun(job); });
    detail::go_on(record, job, options.members, executor, observer);
    return {options, std::move(record)};
}

/// The first with the distributions given directly.
template <described Model, std::invocable<const Model&> Output, class Executor = on_one_thread,
          progress_observer Observer = no_observer>
[[nodiscard]] ensemble_outputs ensemble_of(const Model&                     model,
                                           std::vector<uncertain_parameter> parameters,
                                           const Output& output, const output_options& options,
                                           const Executor& executor = {}, Observer observer = {})
{
    return ensemble_of(uncertain_model<Model>{model, std::move(parameters)}, output, options,
                       executor, std::move(observer));
}

/// The second with the distributions given directly.
template <described Model, std::invocable<const Model&, const detail::state_of<Model>&> Output,
          class Executor = on_one_thread, progress_observer Observer = no_observer>
[[nodiscard]] ensemble_outputs ensemble_of(const Model& model, const detail::state_of<Model>& start,
                                           std::vector<uncertain_parameter> parameters,
                                           const Output& output, const output_options& options,
                                           const Executor& executor = {}, Observer observer = {})
{
    return ensemble_of(uncertain_model<Model>{model, std::move(parameters)}, start, output, options,
                       executor, std::move(observer));
}

} // namespace orgscale
