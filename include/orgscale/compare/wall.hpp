#pragma once

#include <optional>

#include <orgscale/core/growth_model.hpp>

namespace orgscale {

/// When growth stops being set by demand and is set by the organisation itself.
///
/// `limit` binds the customers then. If customers are lost at two limits, `limit` loses more and `also`
/// is the other. For a wall present from the start of the run, `limit` binds longest in the first quarter
/// of the run, and `also` binds at the start if that is another. So the model's bottleneck, the smallest
/// of the limits, is one of the two, unless less than a fiftieth of the shortfall is lost at it.
template <growth_model Model>
struct wall {
    typename Model::real_type            time;
    typename Model::state_type           state;
    typename Model::limit                limit; ///< binds the customers
    std::optional<typename Model::limit> cause; ///< if the limit is `serve`, what limits the people
    std::optional<typename Model::limit> also{}; ///< another that binds them too
};

} // namespace orgscale
