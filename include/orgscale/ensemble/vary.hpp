#pragma once

#include <cstddef>
#include <optional>
#include <source_location>
#include <string>
#include <utility>

#include <orgscale/core/state.hpp>
#include <orgscale/ensemble/distribution.hpp>

namespace orgscale {

namespace detail {

template <class Type>
inline constexpr char type_mark = 0; ///< its address identifies the type

/// A field of a start state: the type of the state and the field's index.
struct start_field {
    const void* state;
    std::size_t index;

    friend bool operator==(const start_field&, const start_field&) = default;
};

/// The index of a field.
template <class State, class Field>
[[nodiscard]] std::size_t field_index(Field State::* field)
{
    const State       any{};
    const void* const wanted = &(any.*field);
    std::size_t       index  = 0;
    std::size_t       found  = 0;
    with_fields(any, [&](const auto&... each) {
        ((found = &each == wanted ? index : found, ++index), ...);
    });
    return found;
}

} // namespace detail

/// A parameter, or a field of the start state, known only by its distribution.
struct uncertain_parameter {
    std::string                        name; ///< full name: `governance.autonomy`
    distribution                       law;
    std::optional<detail::start_field> start; ///< empty for a parameter of the model
    std::source_location               where; ///< the caller's location, for messages
};

/// An uncertain parameter, by its full name: `vary("governance.autonomy", uniform(0.9, 1))`.
[[nodiscard]] inline uncertain_parameter vary(
    std::string name, distribution law, std::source_location where = std::source_location::current())
{
    return {std::move(name), std::move(law), std::nullopt, where};
}

/// An uncertain field of the start state, with a name for messages:
/// `vary("start.people", &growth_state<>::people, uniform(8, 12))`.
template <class State, class Field>
[[nodiscard]] uncertain_parameter vary(std::string name, Field State::* field, distribution law,
                                       std::source_location where = std::source_location::current())
{
    return {std::move(name), std::move(law),
            detail::start_field{&detail::type_mark<State>, detail::field_index(field)}, where};
}

/// The same for a law, whose state is one number: `vary_start("start", uniform(8, 12))`.
[[nodiscard]] inline uncertain_parameter vary_start(
    std::string name, distribution law, std::source_location where = std::source_location::current())
{
    return {std::move(name), std::move(law),
            detail::start_field{&detail::type_mark<double>, std::size_t{0}}, where};
}

} // namespace orgscale
