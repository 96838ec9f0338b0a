#pragma once

#include <algorithm>
#include <concepts>
#include <optional>
#include <source_location>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

#include <orgscale/compare/detail/blocks_in_order.hpp>
#include <orgscale/compare/detail/region_sample.hpp>
#include <orgscale/compare/detail/region_tracer.hpp>
#include <orgscale/compare/levers.hpp>
#include <orgscale/compare/region_map.hpp>
#include <orgscale/compare/region_options.hpp>
#include <orgscale/compare/region_range.hpp>
#include <orgscale/core/describe.hpp>
#include <orgscale/core/nearest_name.hpp>
#include <orgscale/core/parameter_error.hpp>
#include <orgscale/core/parameter_path.hpp>

namespace orgscale {

namespace detail {

/// The model with the parameters that it has of two names set.
template <described Model>
[[nodiscard]] Model with_present(const Model& model, const setting<double>& one,
                                 const setting<double>& other)
{
    return with_parameters(model, [&](const parameter_path& path, const auto&, const auto& old) {
        auto value = static_cast<typename Model::real_type>(old);
        if (path == one.name) value = static_cast<typename Model::real_type>(one.value);
        if (path == other.name) value = static_cast<typename Model::real_type>(other.value);
        return value;
    });
}

/// Adds the full names of a model's parameters, each once.
template <described Model>
void add_names(std::vector<std::string>& names, const Model& model)
{
    for_each_parameter(model, [&](const parameter_path& path, const auto&, const auto&) {
        auto name = path.text();
        if (std::ranges::find(names, name) == names.end()) names.push_back(std::move(name));
    });
}

/// Refuses a name that isn't there, with the nearest.
inline void check_is_one_of(const std::vector<std::string>& names, const std::string& name)
{
    if (std::ranges::find(names, name) != names.end()) return;
    const std::vector<std::string_view> known(names.begin(), names.end());
    refuse(parameter_error{("is not the name of a parameter" + suggestion(name, known)).c_str(),
                           name.c_str()});
}

/// A number as an optional number without NaN.
template <class Answer>
[[nodiscard]] std::optional<double> number_or_none(const Answer& given)
{
    if constexpr (std::is_arithmetic_v<Answer>) {
        const auto number = static_cast<double>(given);
        return number <= number ? std::optional{number} : std::nullopt;
    } else {
        const auto number = number_of_answer(given);
        return number ? number_or_none(static_cast<double>(*number)) : std::nullopt;
    }
}

} // namespace detail

/// Where in two parameters one of two functions of them is better: regions, and the lines between them, each
/// traced to a tolerance, not a grid coloured in.
///
///     regions([](double x, double y) { return x * x; }, [](double x, double y) { return y; },
///             {"x", -1, 1}, {"y", 0, 1});
///
/// The functions return numbers, optional numbers, or something with a `time`. The greater is better, or the
/// smaller if the options say so; infinity is a number; where an answer is missing or NaN, neither is better.
///
/// The square of both ranges is first looked at on a grid of `cells` times `cells`: a region or a bend that
/// lies between its points is missed. From there on boundaries are within `tolerance` of the true ones, as a
/// share of the ranges: each piece is checked at its middle, and where it departs, it is bent and both halves are
/// checked. A sharp corner of a boundary may be cut by a few tolerances. Where a boundary is folded within one
/// cell, the piece counts as `unresolved`.
///
/// Runs on any executor of ensembles (on_threads{}), with the same bits on each; the functions are then called
/// from several threads. Two compositions under hierarchy and meritocracy to 1e-3: some 1100 runs of each, in
/// under a second on two threads.
template <class First, class Second, class Executor = detail::blocks_in_order>
    requires std::invocable<const First&, double, double> &&
             std::invocable<const Second&, double, double>
[[nodiscard]] region_map regions(const First& first, const Second& second,
                                 const region_range& across, const region_range& up,
                                 const region_options& options = {}, const Executor& executor = {})
{
    const auto at = [&](double x, double y) {
        const double a = across.at(x), b = up.at(y);
        return detail::sample_of(detail::number_or_none(first(a, b)),
                                 detail::number_or_none(second(a, b)), options);
    };
    auto       map   = detail::region_tracer<decltype(at), Executor>{at, options, executor}.map();
    const auto scale = [&](region_map::place& place) {
        place = {across.at(place.across), up.at(place.up)};
    };
    for (auto& region : map.regions) scale(region.witness);
    for (auto& boundary : map.boundaries)
        for (auto& place : boundary.line) scale(place);
    return map;
}

/// The same for two compositions and any answer about them, over two parameters of either or both, by name:
///
///     regions(firm, clan,
///             [](const auto& model) { return reach(model, start, {.to = 120}).state.customers; },
///             {"governance.alignment", 0.3, 1}, {"governance.span_of_control", 3, 15});
///
/// A parameter that only one of them has is set in that one. Refuses a name that neither has, and two equal
/// names; a value that a model refuses is refused.
template <described First, described Second, class Answer, class Executor = detail::blocks_in_order>
[[nodiscard]] region_map regions(const First& first, const Second& second, const Answer& answer,
                                 const region_range& across, const region_range& up,
                                 const region_options& options = {}, const Executor& executor = {},
                                 std::source_location where = std::source_location::current())
{
    std::vector<std::string> names;
    detail::add_names(names, first);
    detail::add_names(names, second);
    detail::check_is_one_of(names, across.name);
    detail::check_is_one_of(names, up.name);
    if (across.name == up.name) refuse(parameter_error{"both ranges are of one parameter", where});
    const auto of = [&](const auto& model) {
        return [&](double x, double y) {
            return answer(
                detail::with_present(model, {across.name.c_str(), x}, {up.name.c_str(), y}));
        };
    };
    return regions(of(first), of(second), across, up, options, executor);
}

} // namespace orgscale
