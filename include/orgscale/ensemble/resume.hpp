#pragma once

#include <concepts>
#include <cstdint>
#include <string>
#include <utility>

#include <orgscale/core/describe.hpp>
#include <orgscale/ensemble/detail/meeting.hpp>
#include <orgscale/ensemble/detail/outputs.hpp>
#include <orgscale/ensemble/detail/run_record.hpp>
#include <orgscale/ensemble/detail/trajectories.hpp>
#include <orgscale/ensemble/ensemble_bands.hpp>
#include <orgscale/ensemble/ensemble_outputs.hpp>
#include <orgscale/ensemble/on_one_thread.hpp>
#include <orgscale/ensemble/progress.hpp>
#include <orgscale/ensemble/record_file.hpp>
#include <orgscale/ensemble/uncertain.hpp>
#include <orgscale/solve/solve.hpp>

namespace orgscale {

namespace detail {

/// The record in a file, if it is of this job and has no more than the given members.
template <class Job>
[[nodiscard]] ensemble_record saved_record(const std::string& path, const Job& job,
                                           std::uint64_t members)
{
    ensemble_record found = read_record(path);
    if (const auto what = job.study().difference(found.study))
        throw saved_file_error{path, "is of another study: " + *what};
    bool fits = found.known.sketches.size() == job.numbers() && found.done > 0;
    for (const auto& sketch : found.known.sketches) fits = fits && sketch.count() <= found.done;
    if (!fits) throw saved_file_error{path, "is damaged"};
    if (found.first != begun(job).first)
        throw saved_file_error{path, "is of another study: the output asked for, or the model's "
                                     "code, gives a different result for the first member"};
    if (found.done > members)
        throw saved_file_error{path, "has " + std::to_string(found.done) +
                                         " members, more than the " + std::to_string(members) +
                                         " asked for"};
    return found;
}

/// The same in each process of an executor; if one fails, all throw.
template <class Job, class Executor>
[[nodiscard]] ensemble_record saved_by_all(const std::string& path, const Job& job,
                                           std::uint64_t members, const Executor& executor)
{
    return made_by_all(executor, [&] { return saved_record(path, job, members); });
}

} // namespace detail

/// Continues a saved ensemble up to options.members, which may be more than before. The result is
/// bit-identical to that of an uninterrupted ensemble. To survive crashes, work in stages:
///
///     auto bands = ensemble(study, start, {.members = 10'000, ...});
///     for (save(bands, path); bands.members() < all; save(bands, path))
///         bands = resume(path, study, start, {.members = bands.members() + 10'000, ...});
///
/// Throws saved_file_error if the file is cut short, damaged, or of another study, and says what differs.
/// On ranks each rank reads the file, and if one fails all throw a rank_error. Compared are the version,
/// the names of the model and its policies, all parameter values, the name of each distribution with 67 of
/// its quantiles and its support, correlations, start, seed, sampling, times, tolerances, and the result of
/// the first member. A different output, or changed code, is therefore noticed only if it changes that
/// result.
template <described Model, class Executor = on_one_thread, progress_observer Observer = no_observer>
[[nodiscard]] ensemble_bands<detail::state_of<Model>> resume(const std::string&             path,
                                                             const uncertain_model<Model>&  model,
                                                             const detail::state_of<Model>& start,
                                                             const ensemble_options&        options,
                                                             const Executor& executor = {},
                                                             Observer        observer = {})
{
    const detail::trajectories<Model> job{model, start, options};
    auto record = detail::saved_by_all(path, job, options.members, executor);
    detail::go_on(record, job, options.members, executor, observer);
    return {options, std::move(record)};
}

/// The same for an ensemble of outputs.
template <described Model, std::invocable<const Model&> Output, class Executor = on_one_thread,
          progress_observer Observer = no_observer>
[[nodiscard]] ensemble_outputs resume(const std::string& path, const uncertain_model<Model>& model,
                                      const Output& output, const output_options& options,
                                      const Executor& executor = {}, Observer observer = {})
{
    using function = detail::output_of_model<Model, Output>;
    const detail::outputs<Model, function> job{model, function{output}, options};
    auto record = detail::saved_by_all(path, job, options.members, executor);
    detail::go_on(record, job, options.members, executor, observer);
    return {options, std::move(record)};
}

/// The same for outputs that need a start.
template <described Model, std::invocable<const Model&, const detail::state_of<Model>&> Output,
          class Executor = on_one_thread, progress_observer Observer = no_observer>
[[nodiscard]] ensemble_outputs resume(const std::string& path, const uncertain_model<Model>& model,
                                      const detail::state_of<Model>& start, const Output& output,
                                      const output_options& options, const Executor& executor = {},
                                      Observer observer = {})
{
    using function = detail::output_from_start<Model, Output>;
    const detail::outputs<Model, function> job{model, function{output, start}, options};
    auto record = detail::saved_by_all(path, job, options.members, executor);
    detail::go_on(record, job, options.members, executor, observer);
    return {options, std::move(record)};
}

} // namespace orgscale
