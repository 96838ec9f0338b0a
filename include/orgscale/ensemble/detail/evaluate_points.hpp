#pragma once

#include <algorithm>
#include <chrono>
#include <cmath>
#include <concepts>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <optional>
#include <source_location>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include <orgscale/core/parameter_error.hpp>
#include <orgscale/ensemble/detail/drawn_block.hpp>
#include <orgscale/ensemble/detail/meeting.hpp>
#include <orgscale/ensemble/detail/outputs.hpp>
#include <orgscale/ensemble/failures.hpp>
#include <orgscale/ensemble/progress.hpp>
#include <orgscale/ensemble/sensitivity_reason.hpp>
#include <orgscale/ensemble/uncertain.hpp>
#include <orgscale/ensemble/vary.hpp>

/// The function a sensitivity analysis evaluates: a number for a point of the unit cube, whose coordinates
/// are quantile levels of the uncertain inputs.
namespace orgscale::detail {

[[nodiscard]] inline std::vector<std::string> names_of(
    const std::vector<uncertain_parameter>& parameters)
{
    std::vector<std::string> names;
    for (const uncertain_parameter& one : parameters) names.push_back(one.name);
    return names;
}

/// An output of a model.
template <class Model, class Function>
class function_of_model {
public:
    function_of_model(const uncertain_model<Model>& model, const Function& function,
                      std::source_location where)
        : model_{model}, function_{function}
    {
        function.check(model);
        const auto& factor = model.copula().factor();
        for (std::size_t i = 0; i < factor.size(); ++i)
            for (std::size_t k = 0; k < i; ++k)
                if (factor[i][k] != 0)
                    refuse(parameter_error{("sensitivity indices need independent inputs, but " +
                                            model.parameters()[k].name + " and " +
                                            model.parameters()[i].name + " are correlated")
                                               .c_str(),
                                           where});
    }

    [[nodiscard]] std::vector<std::string> names() const { return names_of(model_.parameters()); }

    [[nodiscard]] double operator()(std::span<const double>     point,
                                    std::optional<std::string>& why) const
    {
        std::vector<double> values(point.size());
        model_.values(point, values);
        return number_or_never(function_(model_, model_.with_values(values), values), why);
    }

private:
    const uncertain_model<Model>& model_;
    Function                      function_;
};

/// A function of numbers.
template <class Function>
class asked_of_numbers {
public:
    // Not a constraint of the caller: a generic lambda for models would be instantiated with numbers.
    static_assert(std::invocable<const Function&, std::span<const double>>,
                  "a function of numbers takes a std::span<const double>");

    asked_of_numbers(const std::vector<uncertain_parameter>& parameters, const Function& function)
        : parameters_{parameters}, function_{function}
    {}

    [[nodiscard]] std::vector<std::string> names() const { return names_of(parameters_); }

    [[nodiscard]] double operator()(std::span<const double>     point,
                                    std::optional<std::string>& why) const
    {
        std::vector<double> values(point.size());
        for (std::size_t i = 0; i < values.size(); ++i)
            values[i] = quantile(parameters_[i].law, point[i]);
        return number_or_never(function_(std::span<const double>{values}), why);
    }

private:
    const std::vector<uncertain_parameter>& parameters_;
    const Function&                         function_;
};

/// The outputs at many points, and which are missing or failed.
struct evaluated_points {
    std::vector<double> numbers; ///< infinite where an output is missing
    failures            failed;
    std::uint64_t       never = 0;
};

/// Evaluates points 0 to count - 1, or the first of them if the observer ends it early; point_of(i, to)
/// writes point i. The result is the same for any executor with shared memory.
template <class Function, class PointOf, class Executor, class Observer>
[[nodiscard]] evaluated_points evaluate_points(const Function& function, std::size_t dimension,
                                               std::uint64_t count, const PointOf& point_of,
                                               const Executor& executor, Observer& observer)
{
    static_assert(
        !of_processes<Executor>,
        "a study of sensitivities keeps all outputs in one memory: ask on_threads or on_tbb, "
        "not on_ranks");
    struct failed_part {
        failures failed;

        [[nodiscard]] failed_part empty_copy() const { return {}; }
        void                      merge(const failed_part& other) { failed.merge(other.failed); }
    };
    constexpr std::uint64_t block = 32;
    std::vector<double>     numbers(static_cast<std::size_t>(count));
    failed_part             whole;
    const auto              work = [&](failed_part& part, std::uint64_t number) {
        std::vector<double> point(dimension);
        for (std::uint64_t i = number * block; i < (number + 1) * block && i < count; ++i) {
            point_of(i, std::span<double>{point});
            std::optional<std::string> why;
            double                     x = 0;
            try {
                x = function(point, why);
                if (!(x > -std::numeric_limits<double>::infinity()))
                    why = "the output is NaN or minus infinity";
            } catch (const parameter_error& error) {
                why = reason_of(error);
            }
            if (why) part.failed.add(i, *why);
            numbers[static_cast<std::size_t>(i)] = why ? 0 : x;
        }
    };
    const auto begun = std::chrono::steady_clock::now();
    const auto go_on = [&](std::uint64_t done) {
        const std::chrono::duration<double> passed = std::chrono::steady_clock::now() - begun;
        return report_to(observer, progress{(std::min)(done * block, count), count, passed.count()});
    };
    const std::uint64_t blocks = count / block + (count % block == 0 ? 0 : 1);
    const std::uint64_t done   = executor(std::uint64_t{0}, blocks, whole, work, go_on);
    numbers.resize(static_cast<std::size_t>((std::min)(done * block, count)));

    evaluated_points all{std::move(numbers), std::move(whole.failed)};
    for (const double x : all.numbers)
        if (x == std::numeric_limits<double>::infinity()) ++all.never;
    return all;
}

/// Replaces missing outputs by a number, if one is given, and returns whether the outputs can be used;
/// `needed` is their least number.
[[nodiscard]] inline sensitivity_reason completed(evaluated_points&            asked,
                                                  const std::optional<double>& never_counts_as,
                                                  std::size_t                  needed)
{
    if (asked.failed.count() > 0) return sensitivity_reason::outputs_failed;
    if (asked.numbers.size() < needed) return sensitivity_reason::ended_early;
    if (asked.never > 0) {
        if (!never_counts_as) return sensitivity_reason::outputs_missing;
        for (double& x : asked.numbers)
            if (x == std::numeric_limits<double>::infinity()) x = *never_counts_as;
    }
    const auto [least, greatest] = std::minmax_element(asked.numbers.begin(), asked.numbers.end());
    const double rounding        = 16 * std::numeric_limits<double>::epsilon() *
                            std::fmax(std::abs(*least), std::abs(*greatest));
    return *greatest - *least <= rounding ? sensitivity_reason::constant_output
                                          : sensitivity_reason::found;
}

} // namespace orgscale::detail
