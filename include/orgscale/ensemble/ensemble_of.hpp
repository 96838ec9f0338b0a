#pragma once

#include <utility>
#include <vector>

#include <orgscale/core/describe.hpp>
#include <orgscale/ensemble/detail/answers.hpp>
#include <orgscale/ensemble/detail/run_record.hpp>
#include <orgscale/ensemble/ensemble_answers.hpp>
#include <orgscale/ensemble/ensemble_options.hpp>
#include <orgscale/ensemble/on_one_thread.hpp>
#include <orgscale/ensemble/progress.hpp>
#include <orgscale/ensemble/uncertain.hpp>

namespace orgscale {

/// Any answer about a model of which some parameters are known only by their distributions.
///
///     const auto walls = ensemble_of(
///         firm, {vary("churn", uniform(0.01, 0.03))},
///         [](const auto& drawn) { return scaling_wall(drawn, {.people = 10, .customers = 40}, {.to = 240}); },
///         {.members = 10'000, .seed = 7});
///     walls.quantile(0.5);       // the median date, if half of them hit a wall at all
///     walls.share_never();
///
/// An answer is a number, an optional one, or what has a time (a scaling_wall, a crossover, an event).
/// Several threads may ask at once. What it throws ends the ensemble, but for a parameter_error: then
/// that member has failed. Same bits for any executor; see ensemble.hpp for failed members, progress and
/// memory.
template <described         Model, class Answer, class Executor = on_one_thread,
          progress_observer Observer = no_observer>
[[nodiscard]] ensemble_answers ensemble_of(const uncertain_model<Model>& model,
                                           const Answer& answer, const answer_options& options,
                                           const Executor& executor = {}, Observer observer = {})
{
    const detail::answers<Model, Answer> job{model, answer, options};
    auto                                 record = detail::begun(job);
    detail::go_on(record, job, options.members, executor, observer);
    return {options, std::move(record)};
}

/// The same with the distributions told here.
template <described         Model, class Answer, class Executor = on_one_thread,
          progress_observer Observer = no_observer>
[[nodiscard]] ensemble_answers ensemble_of(const Model&                     model,
                                           std::vector<uncertain_parameter> parameters,
                                           const Answer& answer, const answer_options& options,
                                           const Executor& executor = {}, Observer observer = {})
{
    return ensemble_of(uncertain_model<Model>{model, std::move(parameters)}, answer, options,
                       executor, std::move(observer));
}

} // namespace orgscale
