#pragma once

#include <array>
#include <cstddef>
#include <tuple>

#include <orgscale/core/real.hpp>
#include <orgscale/core/select.hpp>

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

/// Whether the equations of a model change at times of its own: those of `breakpoints()`, or where there may be any number
/// of them, the first after t, `next_breakpoint(t)`, infinite if there is none.
template <class Model>
concept has_breakpoints = requires(const Model& model) {
    model.breakpoints();
} || requires(const Model& model, const typename Model::real_type& t) { model.next_breakpoint(t); };

/// The first time after t at which the equations of a policy or a model change; infinite if there is none.
template <real Real, class Model>
[[nodiscard]] constexpr Real next_breakpoint_of(const Model& model, const Real& time)
{
    if constexpr (requires { model.next_breakpoint(time); }) {
        return model.next_breakpoint(time);
    } else {
        Real next = infinity<Real>();
        for (const Real& change : breakpoints_of<Real>(model))
            next = select(change > time && change < next, change, next);
        return next;
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
