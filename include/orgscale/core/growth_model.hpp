#pragma once

#include <concepts>
#include <type_traits>

#include <orgscale/core/dynamics.hpp>

namespace orgscale {

/// A dynamics that names what limits it.
///
///     limits(t, x)       the rates of which the smallest governs, an aggregate of named numbers:
///                        the customers' limits, demand first, then the people's
///     limit              an enumeration of them, in the same order
///     bottleneck(t, x)   the customers' limit that governs now
///
/// It may also tell, where those don't say it all:
///     inflow(t, x)       customers won and served [customers/time]; else the bottleneck's rate
///     demand(t, x)       the same if only demand limited it; else the first of the limits
///     staffing(t, x)     the people's limit that governs now
template <class Model>
concept growth_model =
    dynamics<Model> && std::is_enum_v<typename Model::limit> &&
    requires(const Model& model, const typename Model::real_type& t,
             const typename Model::state_type& x) {
        requires state<std::remove_cvref_t<decltype(model.limits(t, x))>, typename Model::real_type>;
        { model.bottleneck(t, x) } -> std::convertible_to<typename Model::limit>;
    };

} // namespace orgscale
