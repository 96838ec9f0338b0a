#pragma once

#include <orgscale/compare/levers.hpp>
#include <orgscale/compare/scaling_wall.hpp>
#include <orgscale/solve/reach.hpp>

#include "slopes.hpp"

namespace plan {

/// Made for each of the six in a file of its growth law: three files are compiled side by side.
template <class Model>
[[nodiscard]] slopes slopes_of_model(const Model& model, const composition::state_type& start,
                                     double horizon)
{
    return {orgscale::levers(model, start,
                             [&](const auto& moving, const auto& from) {
                                 return orgscale::scaling_wall(moving, from, {.to = horizon});
                             }),
            orgscale::levers(model, start, [&](const auto& moving, const auto& from) {
                return orgscale::reach(moving, from, {.to = horizon}).state.customers;
            })};
}

extern template slopes slopes_of_model(const orgscale::linear_growth<orgscale::hierarchy>&,
                                       const composition::state_type&, double);
extern template slopes slopes_of_model(const orgscale::linear_growth<orgscale::meritocracy>&,
                                       const composition::state_type&, double);
extern template slopes slopes_of_model(const orgscale::parallel_growth<orgscale::hierarchy>&,
                                       const composition::state_type&, double);
extern template slopes slopes_of_model(const orgscale::parallel_growth<orgscale::meritocracy>&,
                                       const composition::state_type&, double);
extern template slopes slopes_of_model(const orgscale::network_growth<orgscale::hierarchy>&,
                                       const composition::state_type&, double);
extern template slopes slopes_of_model(const orgscale::network_growth<orgscale::meritocracy>&,
                                       const composition::state_type&, double);

} // namespace plan
