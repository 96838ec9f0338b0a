#pragma once

#include <utility>
#include <vector>

#include <orgscale/core/describe.hpp>
#include <orgscale/ensemble/detail/meeting.hpp>
#include <orgscale/ensemble/detail/run_record.hpp>
#include <orgscale/ensemble/detail/trajectories.hpp>
#include <orgscale/ensemble/ensemble_bands.hpp>
#include <orgscale/ensemble/ensemble_options.hpp>
#include <orgscale/ensemble/on_one_thread.hpp>
#include <orgscale/ensemble/progress.hpp>
#include <orgscale/ensemble/uncertain.hpp>

namespace orgscale {

/// Many runs of a model, some of whose parameters are known only by distributions.
///
///     const auto bands = ensemble(firm, {.people = 10, .customers = 40},
///                                 {vary("hiring_rate", boost::math::lognormal(1.4, 0.3)),
///                                  vary("churn", uniform(0.01, 0.03))},
///                                 {.members = 100'000, .seed = 7, .to = 60});
///     bands.quantile(0.9, 36)->customers;
///
/// The result is bit-identical for any executor and any number of threads or ranks of one program; also
/// across programs with other SIMD widths if no operations are fused (see lanes.hpp). Memory grows with
/// outputs and threads (see on_threads.hpp), not with members. A member whose parameters break a joint
/// rule, or whose run fails, is reported separately and stops nothing. An observer sees the progress and
/// may end the ensemble early; the members done are then the first ones, which are a fair sample too.
///
/// Each member chooses its own steps, not those a pilot run finds for all (plan_steps in batch.hpp), so
/// that it depends on no other member. Measured cost: none for a firm with four states, a factor of 2.8
/// for a law of one number without closed form.
template <described Model, class Executor = on_one_thread, progress_observer Observer = no_observer>
[[nodiscard]] ensemble_bands<detail::state_of<Model>> ensemble(const uncertain_model<Model>&  model,
                                                               const detail::state_of<Model>& start,
                                                               const ensemble_options& options,
                                                               const Executor& executor = {},
                                                               Observer        observer = {})
{
    const detail::trajectories<Model> job{model, start, options};
    auto record = detail::made_by_all(executor, [&] { return detail::begun(job); });
    detail::go_on(record, job, options.members, executor, observer);
    return {options, std::move(record)};
}

/// The same with the distributions given directly.
template <described Model, class Executor = on_one_thread, progress_observer Observer = no_observer>
[[nodiscard]] ensemble_bands<detail::state_of<Model>> ensemble(
    const Model& model, const detail::state_of<Model>& start,
    std::vector<uncertain_parameter> parameters, const ensemble_options& options,
    const Executor& executor = {}, Observer observer = {})
{
    return ensemble(uncertain_model<Model>{model, std::move(parameters)}, start, options, executor,
                    std::move(observer));
}

} // namespace orgscale
