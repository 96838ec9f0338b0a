#pragma once

#include <concepts>
#include <type_traits>

#include <orgscale/core/dynamics.hpp>

namespace orgscale {

namespace detail {

template <class Rates, class Model>
concept rates_of = state<std::remove_cvref_t<Rates>, typename Model::real_type>;

template <class Model>
concept gives_limits = requires(const Model& model, const typename Model::real_type& t,
                                const typename Model::state_type& x) {
    { model.limits(t, x) } -> rates_of<Model>;
    { model.bottleneck(t, x) } -> std::convertible_to<typename Model::limit>;
};

} // namespace detail

/// A model that gives all its rates at one time in `flows(t, x)`, which has
///
///     limits          an aggregate of named rates, the smallest of which binds: the
///                     customers' limits, demand first, then the people's
///     bottleneck()    the customers' limit that governs
///     inflow          customers won and served                                [customers/time]
///     demand          the inflow if only demand limited it                    [customers/time]
///
/// and may have more, such as `won`, `lost`, `hired`, `capacity` and `staffing()` in growth_flows.
template <class Model>
concept gives_flows = requires(const Model& model, const typename Model::real_type& t,
                               const typename Model::state_type& x) {
    { model.flows(t, x).limits } -> detail::rates_of<Model>;
    { model.flows(t, x).inflow } -> std::convertible_to<typename Model::real_type>;
    { model.flows(t, x).demand } -> std::convertible_to<typename Model::real_type>;
};

/// A dynamics that names its limits.
///
///     limit              an enumeration of its limits: demand, other customers' limits, the people's
///     flows(t, x)        all its rates (see gives_flows)
///
/// or, for a model whose inflow is simply the smallest of its limits,
///
///     limits(t, x)       the limits, in the order of the enumeration
///     bottleneck(t, x)   the customers' limit that governs
///
/// The functions of core/flows.hpp take either form.
template <class Model>
concept growth_model =
    dynamics<Model> && std::is_enum_v<typename Model::limit> &&
    (detail::gives_limits<Model> ||
     (gives_flows<Model> && requires(const Model& model, const typename Model::real_type& t,
                                     const typename Model::state_type& x) {
         { model.flows(t, x).bottleneck() } -> std::convertible_to<typename Model::limit>;
     }));

} // namespace orgscale
