#pragma once

#include <orgscale/compare/levers.hpp>
#include <orgscale/compare/scaling_wall.hpp>
#include <orgscale/solve/reach.hpp>

#include "slopes.hpp"

namespace plan {

template <class Model>
[[nodiscard]] slopes slopes_of_model(const Model& model, const orgscale::growth_state<>& now,
                                     double cash, double horizon)
{
    const auto opening = [&]<class Moving>(const Moving& moving) {
        using real_type = typename Moving::real_type;
        return moving.opening({real_type(now.people), real_type(now.customers)}, real_type(cash));
    };
    return {orgscale::levers(model,
                             [&](const auto& moving) {
                                 return orgscale::scaling_wall(moving, opening(moving),
                                                               {.to = horizon});
                             }),
            orgscale::levers(model, [&](const auto& moving) {
                return orgscale::reach(moving, opening(moving), {.to = horizon}).state.customers;
            })};
}

// One for each growth law, in a file of its own: the three are compiled side by side.
[[nodiscard]] slopes slopes_of_linear(const composition& model, const orgscale::growth_state<>& now,
                                      double horizon);
[[nodiscard]] slopes slopes_of_parallel(const composition&              model,
                                        const orgscale::growth_state<>& now, double horizon);
[[nodiscard]] slopes slopes_of_network(const composition&              model,
                                       const orgscale::growth_state<>& now, double horizon);

} // namespace plan
