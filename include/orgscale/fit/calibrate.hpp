#pragma once

#include <concepts>
#include <memory>
#include <utility>
#include <vector>

#include <orgscale/core/describe.hpp>
#include <orgscale/fit/calibrate_options.hpp>
#include <orgscale/fit/calibration.hpp>
#include <orgscale/fit/detail/calibration_problem.hpp>
#include <orgscale/fit/detail/without_effect.hpp>
#include <orgscale/fit/estimate.hpp>
#include <orgscale/fit/observe.hpp>

namespace orgscale {

/// A model whose parameters can be estimated: described, and a template over its number type.
template <class Model>
concept calibratable = described<Model> && std::same_as<typename Model::real_type, double> &&
                       has_real<Model, dual<double, 1>>;

namespace detail {

/// Whether a start is the state that the model names.
template <class Model, class Start>
inline constexpr bool is_its_state = false;

template <class Model, class Start>
    requires std::same_as<typename Model::state_type, Start>
inline constexpr bool is_its_state<Model, Start> = true;

template <class Model, class Start, class... Series>
[[nodiscard]] auto calibrate_problem(const Model& model, const Start& start,
                                     observed_data<Series...>                data,
                                     const std::vector<estimated_parameter>& estimates,
                                     const calibrate_options&                options)
{
    using problem_type = calibration_problem<Model, Start, Series...>;
    auto problem =
        std::make_shared<const problem_type>(model, start, std::move(data), estimates, options);
    auto found =
        problem->solve_from(problem->first(), options.starts, problem->low(), problem->high());
    calibration<problem_type> fit{problem, std::move(found)};
    if (options.starts > 1 && fit && fit.degrees_of_freedom > 0)
        if (auto other = without_effect<problem_type>{fit}())
            return calibration<problem_type>{std::move(problem), std::move(*other)};
    return fit;
}

} // namespace detail

/// The parameters with which a law explains data best, and what they are worth.
///
///     const auto fit = calibrate(bass<>{.innovation = 0.01, .imitation = 0.4, .potential = 2e4},
///                                observe(per_interval(), years, sales),
///                                {estimate("innovation"), estimate("imitation"), estimate("potential")});
///     if (fit) fit["potential"].value, fit.interval("potential");
///
/// Maximum likelihood of the noise given with the data (gaussian_noise and others), by least_squares: each likelihood
/// is written as a sum of squares. The search starts at the model's values and keeps each parameter in the domain of
/// its type. Derivatives are exact, by dual numbers. The verdict stands before the estimates.
///
/// Running totals are not independent data: observe what came in each interval.
template <calibratable Model, class... Series>
[[nodiscard]] auto calibrate(const Model& model, observed_data<Series...> data,
                             const std::vector<estimated_parameter>& estimates,
                             const calibrate_options&                options = {})
{
    return detail::calibrate_problem(model, detail::no_start{}, std::move(data), estimates, options);
}

template <calibratable Model, class Quantity, class Noise>
[[nodiscard]] auto calibrate(const Model& model, observed_series<Quantity, Noise> data,
                             const std::vector<estimated_parameter>& estimates,
                             const calibrate_options&                options = {})
{
    return detail::calibrate_problem(model, detail::no_start{}, together(std::move(data)),
                                     estimates, options);
}

/// The same for a dynamics, or a law with a start, through its runs. Fields of the start can be estimated too. The
/// start may be a callable `model -> state` for models that make it.
///
/// Derivatives are those of the runs by dual numbers, valid across changes of what binds. The search uses rough runs,
/// its last steps and tests those of `options.tolerance`. Of several series, each has errors of its own size,
/// estimated with the parameters. Intervals by profile() at 95 percent held the truth in 94.5 to 96 percent of
/// 600 simulated firms (linear growth, meritocracy); symmetric ones fall a few percent short where two parameters act
/// alike. A limit that never binds leaves its parameters without effect: the verdict is `flat`, and `inseparables`
/// names them, also where a search finds an optimum at which the limit is taken to bind. Of 240 simulated firms with such
/// a parameter none came back as converged, of 96 without all did. With one start alone nothing looks for it.
template <calibratable Model, class Start, class... Series>
    requires(!detail::is_its_state<Model, Start>)
[[nodiscard]] auto calibrate(const Model& model, const Start& start, observed_data<Series...> data,
                             const std::vector<estimated_parameter>& estimates,
                             const calibrate_options&                options = {})
{
    return detail::calibrate_problem(model, start, std::move(data), estimates, options);
}

template <calibratable Model, class Start, class Quantity, class Noise>
    requires(!detail::is_its_state<Model, Start>)
[[nodiscard]] auto calibrate(const Model& model, const Start& start,
                             observed_series<Quantity, Noise>        data,
                             const std::vector<estimated_parameter>& estimates,
                             const calibrate_options&                options = {})
{
    return detail::calibrate_problem(model, start, together(std::move(data)), estimates, options);
}

/// The same for a growth model, whose start can be written as `{.people = 10, .customers = 40}`.
template <calibratable Model, class... Series>
    requires requires { typename Model::state_type; }
[[nodiscard]] auto calibrate(const Model& model, const typename Model::state_type& start,
                             observed_data<Series...>                data,
                             const std::vector<estimated_parameter>& estimates,
                             const calibrate_options&                options = {})
{
    return detail::calibrate_problem(model, start, std::move(data), estimates, options);
}

template <calibratable Model, class Quantity, class Noise>
    requires requires { typename Model::state_type; }
[[nodiscard]] auto calibrate(const Model& model, const typename Model::state_type& start,
                             observed_series<Quantity, Noise>        data,
                             const std::vector<estimated_parameter>& estimates,
                             const calibrate_options&                options = {})
{
    return detail::calibrate_problem(model, start, together(std::move(data)), estimates, options);
}

} // namespace orgscale
