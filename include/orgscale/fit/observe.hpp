#pragma once

#include <cmath>
#include <cstddef>
#include <limits>
#include <optional>
#include <source_location>
#include <span>
#include <tuple>
#include <type_traits>
#include <utility>
#include <vector>

#include <orgscale/core/parameter_error.hpp>
#include <orgscale/core/real.hpp>
#include <orgscale/ensemble/vary.hpp>
#include <orgscale/fit/gaussian_noise.hpp>

namespace orgscale {

/// The quantity of a law or run that data usually record: its size at a time. `law.at(t)`, a scalability law's
/// output at t units, or the number a run has reached.
struct size_at {
    template <class Subject, class Time>
    [[nodiscard]] auto operator()(const Subject& subject, const Time& time) const
    {
        if constexpr (requires { subject.at(time); }) {
            return subject.at(time);
        } else if constexpr (requires { subject.output(time); }) {
            return subject.output(time);
        } else if constexpr (requires { subject.speed_up(time); }) {
            return subject.speed_up(time);
        } else {
            return subject(time);
        }
    }
};

/// What a quantity gained since the time before: sales a year, where the quantity counts customers.
template <class Quantity = size_at>
struct per_interval {
    [[no_unique_address]] Quantity quantity{};

    per_interval() = default;
    explicit per_interval(Quantity of_levels) : quantity{of_levels} {}
};

template <class Quantity>
per_interval(Quantity) -> per_interval<Quantity>;

namespace detail {

/// A field of a state, over any number type.
template <class State>
struct field_at {
    std::size_t index;
};

template <class Quantity>
inline constexpr bool is_per_interval = false;
template <class Quantity>
inline constexpr bool is_per_interval<per_interval<Quantity>> = true;

template <class Type>
concept noise_model = requires(const Type& noise) {
    { Type::unknown_scale } -> std::convertible_to<bool>;
    noise.residual(double{}, double{}, double{});
};

} // namespace detail

/// A series of data: what was observed, when, and how its errors arose. Made by observe().
template <class Quantity, class Noise>
struct observed_series {
    using noise_type = Noise;

    Quantity            quantity;
    Noise               noise;
    std::vector<double> times; ///< of the values that are there
    std::vector<double> since; ///< of per_interval: when each interval began
    std::vector<double> values;
    std::vector<double> weights; ///< empty: all 1
};

/// Several series, observed of the same model.
template <class... Series>
struct observed_data {
    std::tuple<Series...> series;
};

/// Series together: `together(observe(...), observe(...))`.
template <class... Quantity, class... Noise>
[[nodiscard]] observed_data<observed_series<Quantity, Noise>...> together(
    observed_series<Quantity, Noise>... series)
{
    return {{std::move(series)...}};
}

/// How rows of a series are read.
struct observe_options {
    std::span<const double>
        weights{}; ///< of each value; empty: all 1. An error's variance is divided by it
    std::optional<double> since{}; ///< when the first interval began; by default as long as the second
};

namespace detail {

template <class Quantity, class Noise>
[[nodiscard]] observed_series<Quantity, Noise> read_series(
    const Quantity& quantity, std::span<const double> times, std::span<const double> values,
    const Noise& noise, const observe_options& options, std::source_location where)
{
    if (times.size() != values.size())
        refuse(parameter_error{"a series needs as many values as times",
                               static_cast<double>(values.size()), where});
    if (!options.weights.empty() && options.weights.size() != values.size())
        refuse(parameter_error{"a series needs as many weights as values",
                               static_cast<double>(options.weights.size()), where});
    observed_series<Quantity, Noise> series{quantity, noise, {}, {}, {}, {}};
    series.times.reserve(times.size());
    series.values.reserve(times.size());
    if (is_per_interval<Quantity>) series.since.reserve(times.size());
    double before = std::numeric_limits<double>::quiet_NaN();
    if (is_per_interval<Quantity> && !times.empty()) {
        if (!options.since && times.size() < 2)
            refuse(parameter_error{"one interval alone needs its beginning: options.since", where});
        before = options.since ? *options.since : 2 * times[0] - times[1];
    }
    for (std::size_t i = 0; i < times.size(); ++i) {
        if (!(times[i] - times[i] == 0))
            refuse(parameter_error{"a time must be finite", times[i], where});
        if (i > 0 && !(times[i] >= times[i - 1]))
            refuse(parameter_error{"times must not fall", times[i], where});
        if (is_per_interval<Quantity> && !(times[i] > before))
            refuse(parameter_error{"an interval must end after it begins", times[i], where});
        if (values[i] == values[i]) { // NaN: not available
            if (!(values[i] - values[i] == 0))
                refuse(parameter_error{"a value must be finite", values[i], where});
            if constexpr (requires { Noise::observable(values[i]); })
                if (!Noise::observable(values[i]))
                    refuse(parameter_error{"is no value that errors of this kind can leave",
                                           values[i], where});
            series.times.push_back(times[i]);
            series.values.push_back(values[i]);
            if (is_per_interval<Quantity>) series.since.push_back(before);
            if (!options.weights.empty()) {
                if (!(options.weights[i] > 0) || !(options.weights[i] - options.weights[i] == 0))
                    refuse(parameter_error{"a weight must be greater than 0 and finite",
                                           options.weights[i], where});
                series.weights.push_back(options.weights[i]);
            }
        }
        before = times[i];
    }
    return series;
}

} // namespace detail

/// Data of a quantity at times: `observe(per_interval(), years, sales)`.
///
/// The quantity is size_at, per_interval of a quantity, a field of the state, `&growth_state<>::customers`, or any
/// callable `(subject, time)`, where the subject is the law, or the run of a dynamics (or of a law with a start). A
/// callable takes any number type, since it is called with dual numbers too. NaN is a missing value. Times must not
/// fall.
template <class Quantity, detail::noise_model Noise = gaussian_noise>
    requires(!std::is_member_object_pointer_v<Quantity>)
[[nodiscard]] auto observe(const Quantity& quantity, std::span<const double> times,
                           std::span<const double> values, const Noise& noise = {},
                           const observe_options& options = {},
                           std::source_location   where   = std::source_location::current())
{
    return detail::read_series(quantity, times, values, noise, options, where);
}

template <class State, class Field, detail::noise_model Noise = gaussian_noise>
[[nodiscard]] auto observe(Field State::* field, std::span<const double> times,
                           std::span<const double> values, const Noise& noise = {},
                           const observe_options& options = {},
                           std::source_location   where   = std::source_location::current())
{
    return detail::read_series(detail::field_at<State>{detail::field_index(field)}, times, values,
                               noise, options, where);
}

/// The same for the usual quantity, size_at.
template <detail::noise_model Noise = gaussian_noise>
[[nodiscard]] auto observe(std::span<const double> times, std::span<const double> values,
                           const Noise& noise = {}, const observe_options& options = {},
                           std::source_location where = std::source_location::current())
{
    return detail::read_series(size_at{}, times, values, noise, options, where);
}

} // namespace orgscale
