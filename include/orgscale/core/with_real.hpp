#pragma once

#include <array>
#include <cstddef>
#include <tuple>
#include <type_traits>
#include <utility>

#include <orgscale/core/describe.hpp>
#include <orgscale/core/dual.hpp>
#include <orgscale/core/real.hpp>
#include <orgscale/core/state.hpp>

namespace orgscale {

namespace detail {

/// Type with the number From replaced by To wherever it occurs among the template arguments.
template <class Type, class From, class To>
struct number_replaced {
    using type = Type;
};

template <class From, class To>
struct number_replaced<From, From, To> {
    using type = To;
};

template <template <class...> class Type, class... Part, class From, class To>
    requires(!std::is_same_v<Type<Part...>, From>)
struct number_replaced<Type<Part...>, From, To> {
    using type = Type<typename number_replaced<Part, From, To>::type...>;
};

template <template <template <class> class, class> class Type, template <class> class Policy,
          class Real, class From, class To>
struct number_replaced<Type<Policy, Real>, From, To> {
    using type = Type<Policy, typename number_replaced<Real, From, To>::type>;
};

template <template <template <class> class, class, template <class> class> class Type,
          template <class> class Policy, class Real, template <class> class Other, class From,
          class To>
struct number_replaced<Type<Policy, Real, Other>, From, To> {
    using type = Type<Policy, typename number_replaced<Real, From, To>::type, Other>;
};

template <template <class, template <class> class...> class Type, class Model,
          template <class> class... Policy, class From, class To>
    requires(sizeof...(Policy) > 0)
struct number_replaced<Type<Model, Policy...>, From, To> {
    using type = Type<typename number_replaced<Model, From, To>::type, Policy...>;
};

template <class State>
struct number_of {
    using type = std::remove_cvref_t<decltype(with_fields(
        std::declval<State&>(), [](auto& first, auto&...) { return first; }))>;
};

template <class State>
    requires requires { typename State::real_type; }
struct number_of<State> {
    using type = typename State::real_type;
};

template <real Real>
struct number_of<Real> {
    using type = Real;
};

} // namespace detail

/// A model, policy or state type over another number type: with_real_t<bass<double>, float> is bass<float>.
///
/// The type must be a template over its number type: `template <class Real>`, a growth model (`template
/// <template <class> class Policy, class Real>`, with optional further policies), a decorator of one
/// (`template <class Model, template <class> class... Policy>`), or built from these (`transition<From,
/// To>`). Any other type stays unchanged; has_real<Type, Other> tells them apart.
template <class Type, real Other>
using with_real_t =
    typename detail::number_replaced<Type, typename detail::number_of<Type>::type, Other>::type;

/// Whether the type converts to that number type.
template <class Type, class Other>
concept has_real =
    real<Other> &&
    std::is_same_v<typename detail::number_of<with_real_t<Type, Other>>::type, Other>;

namespace detail {

/// The same value; derivatives are dropped if the other number type has none.
template <real Other, real Real>
[[nodiscard]] constexpr Other number_as(const Real& value)
{
    if constexpr (has_derivatives<Real> && !has_derivatives<Other>) {
        return static_cast<Other>(passive(value));
    } else {
        return static_cast<Other>(value);
    }
}

template <real Other, class State>
[[nodiscard]] constexpr auto numbers_as(const State& x)
{
    using Real                                        = typename number_of<State>::type;
    const auto                                numbers = to_array<Real>(x);
    std::array<Other, dimension<State, Real>> others{};
    for (std::size_t n = 0; n < others.size(); ++n) others[n] = number_as<Other>(numbers[n]);
    return others;
}

} // namespace detail

namespace detail {

/// The values of parameters over another number type. A named type, so that code for a nested policy is
/// compiled once for all models that hold it.
template <real Other, real Real, class Map>
struct values_over {
    Map& value_for;

    [[nodiscard]] constexpr Other operator()(const parameter_path& path, const auto& line,
                                             const Real& value) const
    {
        return Other(value_for(path, line, value));
    }
};

template <real Other>
struct same_values {
    [[nodiscard]] constexpr Other operator()(const parameter_path&, const auto&,
                                             const auto& value) const
    {
        return number_as<Other>(value);
    }
};

} // namespace detail

/// The same model or policy over another number type, each parameter value_for(path, parameter, value).
///
///     with_real<dual<double, 2>>(firm, [](const parameter_path& path, const auto&, double value) {...})
///
/// Every rule is checked again; a refusal reports the parameter's name.
template <real Other, described Type, class Map>
    requires has_real<Type, Other>
[[nodiscard]] constexpr with_real_t<Type, Other> with_real(const Type& object, Map&& value_for)
{
    const detail::values_over<Other, typename Type::real_type, std::remove_reference_t<Map>> values{
        value_for};
    return detail::map_parameters<with_real_t<Type, Other>>(object, nullptr, values);
}

/// The same model or policy over another number type, with the same values.
template <real Other, described Type>
    requires has_real<Type, Other>
[[nodiscard]] constexpr with_real_t<Type, Other> with_real(const Type& object)
{
    return with_real<Other>(object, detail::same_values<Other>{});
}

/// The same state over another number type, with the same values.
template <real Other, class State>
    requires(!described<State>) && has_real<State, Other>
[[nodiscard]] constexpr with_real_t<State, Other> with_real(const State& x)
{
    return from_array<with_real_t<State, Other>>(detail::numbers_as<Other>(x));
}

/// The same for the state of a model, even if its type is nested in the model.
template <class Model, class State>
[[nodiscard]] constexpr auto state_for(const State& x)
{
    const auto numbers = detail::numbers_as<typename Model::real_type>(x);
    if constexpr (requires { typename Model::state_type; }) {
        return from_array<typename Model::state_type>(numbers);
    } else {
        return numbers[0];
    }
}

} // namespace orgscale
