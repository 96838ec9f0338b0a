#pragma once

#include <array>
#include <cstddef>
#include <tuple>

#include <orgscale/core/real.hpp>

namespace orgscale {

/// The times at which the equations of a policy or a model change; none if it has no `breakpoints()`.
template <real Real, class Model>
[[nodiscard]] constexpr auto breakpoints_of(const Model& model)
{
    if constexpr (requires { model.breakpoints(); }) {
        return model.breakpoints();
    } else {
        return std::array<Real, 0>{};
    }
}

/// Several lists of times in one, unsorted.
template <real Real, std::size_t... Sizes>
[[nodiscard]] constexpr auto joined_breakpoints(const std::array<Real, Sizes>&... lists)
{
    return std::apply([](const auto&... time) { return std::array<Real, sizeof...(time)>{time...}; },
                      std::tuple_cat(lists...));
}

} // namespace orgscale
