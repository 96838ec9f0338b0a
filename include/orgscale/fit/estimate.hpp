#pragma once

#include <cstddef>
#include <limits>
#include <optional>
#include <source_location>
#include <string>
#include <utility>

#include <orgscale/core/checked.hpp>
#include <orgscale/ensemble/vary.hpp>

namespace orgscale {

/// The ends between which a parameter is estimated, within the domain of its type.
struct estimate_range {
    double low  = -std::numeric_limits<double>::infinity();
    double high = std::numeric_limits<double>::infinity();

    [[no_unique_address]] agreed in_order{low < high, "low must lie below high"};
};

/// A parameter, or a field of the start state, to estimate from data.
struct estimated_parameter {
    std::string                        name; ///< full name: `governance.autonomy`
    estimate_range                     range;
    std::optional<detail::start_field> start; ///< empty for a parameter of the model
    std::source_location               where; ///< the caller's location, for messages
};

/// A parameter to estimate, by its full name: `estimate("churn")`, `estimate("hiring_rate", {.low = 0.1, .high = 50})`.
///
/// The search begins at the model's value and stays in the domain of the parameter's type.
[[nodiscard]] inline estimated_parameter estimate(
    std::string name, estimate_range range = {},
    std::source_location where = std::source_location::current())
{
    return {std::move(name), range, std::nullopt, where};
}

/// A field of the start state to estimate, with a name for the answer:
/// `estimate("start.customers", &growth_state<>::customers)`.
template <class State, class Field>
[[nodiscard]] estimated_parameter estimate(
    std::string name, Field State::* field, estimate_range range = {},
    std::source_location where = std::source_location::current())
{
    return {std::move(name), range,
            detail::start_field{&detail::type_mark<State>, detail::field_index(field)}, where};
}

/// The same for a law, whose state is one number: `estimate_start("start")`.
[[nodiscard]] inline estimated_parameter estimate_start(
    std::string name, estimate_range range = {},
    std::source_location where = std::source_location::current())
{
    return {std::move(name), range, detail::start_field{&detail::type_mark<double>, std::size_t{0}},
            where};
}

} // namespace orgscale
