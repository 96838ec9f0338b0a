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

/// How a study of sensitivities is asked for; `sobol_indices` and `morris` are two such methods.
///
///     method(model, {vary("churn", uniform(0.01, 0.03))}, output, options)    output(model)
///     method(uncertain_model, output, options)                                the same
///     method(uncertain_model, start, output, options)                         output(model, start)
///     method({vary("x", uniform(0, 1))}, f, options)                          f(std::span<const double>)
///
/// An output is a number, an optional one, or what has a time (a scaling_wall, a crossover). One that never
/// comes must count as a number (`.never_counts_as`, such as the horizon), or the study has no result and
/// reports how many they are; to study whether it comes, return 1 or 0. Failed outputs leave no result either:
/// leaving them out would make the inputs dependent. Correlated inputs are refused, since their shares are
/// not defined.
///
/// Executors and observers may follow. The bits are the same for any executor that shares memory, which
/// on_ranks doesn't. An observer sees the outputs as progress and may end the study early; what is done is
/// then a fair sample too.
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

    /// The start may vary, too.
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

    /// Of a function of numbers, in the order given here.
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
