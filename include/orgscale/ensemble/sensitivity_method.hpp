#pragma once

#include <concepts>
#include <source_location>
#include <utility>
#include <vector>

#include <orgscale/core/describe.hpp>
#include <orgscale/ensemble/detail/evaluate_points.hpp>
#include <orgscale/ensemble/detail/outputs.hpp>
#include <orgscale/ensemble/on_one_thread.hpp>
#include <orgscale/ensemble/progress.hpp>
#include <orgscale/ensemble/uncertain.hpp>
#include <orgscale/ensemble/vary.hpp>

namespace orgscale {

/// The ways to call a sensitivity analysis; `sobol_indices` and `morris` are two such methods.
///
///     method(model, {vary("churn", uniform(0.01, 0.03))}, output, options)    output(model)
///     method(uncertain_model, output, options)                                the same
///     method(uncertain_model, start, output, options)                         output(model, start)
///     method({vary("x", uniform(0, 1))}, f, options)                          f(std::span<const double>)
///
/// An output is a number, an optional number, or anything with a time (a scaling_wall, a crossover).
/// Missing outputs need a number to count as (`.never_counts_as`, such as the horizon), or the study has no
/// result and reports how many there are; to study whether there is an output at all, return 1 or 0. Failed
/// evaluations leave no result either: leaving them out would make the inputs dependent. Correlated inputs
/// are refused, since their shares of the variance are undefined.
///
/// An executor and an observer may follow. Results are bit-identical for any executor with shared memory,
/// which on_ranks is not. An observer sees the progress and may end the study early; the evaluations done
/// are then a fair sample too.
template <class Study, class Options>
struct sensitivity_method {
    template <described Model, std::invocable<const Model&> Output, class Executor = on_one_thread,
              progress_observer Observer = no_observer>
    [[nodiscard]] Study operator()(const uncertain_model<Model>& model, const Output& output,
                                   const Options& options, const Executor& executor = {},
                                   Observer observer = {},
                                   std::source_location where = std::source_location::current()) const
    {
        using function = detail::output_of_model<Model, Output>;
        return Study{detail::function_of_model<Model, function>{model, function{output}, where},
                     options, executor, observer};
    }

    template <described Model, std::invocable<const Model&> Output, class Executor = on_one_thread,
              progress_observer Observer = no_observer>
    [[nodiscard]] Study operator()(const Model& model, std::vector<uncertain_parameter> parameters,
                                   const Output& output, const Options& options,
                                   const Executor& executor = {}, Observer observer = {}) const
    {
        return (*this)(uncertain_model<Model>{model, std::move(parameters)}, output, options,
                       executor, std::move(observer));
    }

    /// For outputs that need a start, which may vary too.
    template <described Model, std::invocable<const Model&, const detail::state_of<Model>&> Output,
              class Executor = on_one_thread, progress_observer Observer = no_observer>
    [[nodiscard]] Study operator()(
        const uncertain_model<Model>& model, const detail::state_of<Model>& start,
        const Output& output, const Options& options, const Executor& executor = {},
        Observer observer = {}, std::source_location where = std::source_location::current()) const
    {
        using function = detail::output_from_start<Model, Output>;
        return Study{
            detail::function_of_model<Model, function>{model, function{output, start}, where},
            options, executor, observer};
    }

    /// For a function of numbers, in the order of `inputs`.
    template <class Function, class Executor = on_one_thread, progress_observer Observer = no_observer>
    [[nodiscard]] Study operator()(const std::vector<uncertain_parameter>& inputs,
                                   const Function& function, const Options& options,
                                   const Executor& executor = {}, Observer observer = {}) const
    {
        return Study{detail::asked_of_numbers<Function>{inputs, function}, options, executor,
                     observer};
    }
};

} // namespace orgscale
