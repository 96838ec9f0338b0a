#pragma once

#include <optional>

#include <orgscale/core/growth_model.hpp>

namespace orgscale {

/// Where growth stops being set by demand and is set by the organisation itself.
///
/// `limit` is the one that binds the customers then: of two at which customers are lost, the one that takes
/// more, and `also` the other. Of a wall that stands from the start of the run, `limit` is the one that binds
/// longest in the run's first quarter, and `also` the one that binds at the start where that is another.
/// So the smallest of the limits, the model's bottleneck, is one of the two.
template <growth_model Model>
struct wall {
    typename Model::real_type  time;
    typename Model::state_type state;
    typename Model::limit      limit;           ///< that binds the customers
    std::optional<typename Model::limit> cause; ///< where the limit is `serve`, what keeps people few
    std::optional<typename Model::limit> also{}; ///< another that binds them, too
};

} // namespace orgscale
