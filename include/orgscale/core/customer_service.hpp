#pragma once

#include <concepts>

#include <orgscale/core/growth_model.hpp>
#include <orgscale/core/real.hpp>

/// The service a customer of any growth model receives: its wait, and whether it is served. A model may
/// report them in `experience(t, x)`, as `operated` does; otherwise they follow from its flows, its
/// conditions and its onboarding time, if it has them.
namespace orgscale {

namespace detail {

template <class Model>
concept gives_experience = requires(const Model& model, const typename Model::real_type& t,
                                    const typename Model::state_type& x) {
    { model.experience(t, x).wait } -> std::convertible_to<typename Model::real_type>;
    { model.experience(t, x).served } -> std::convertible_to<typename Model::real_type>;
};

template <class Model>
concept gives_delays = requires(const Model& model, const typename Model::real_type& t,
                                const typename Model::state_type& x) {
    { model.conditions(t, x).decision_delay } -> std::convertible_to<typename Model::real_type>;
    { model.onboarding_time } -> std::convertible_to<typename Model::real_type>;
};

template <class Model>
concept gives_capacity = requires(const Model& model, const typename Model::real_type& t,
                                  const typename Model::state_type& x) {
    { model.flows(t, x).capacity } -> std::convertible_to<typename Model::real_type>;
};

} // namespace detail

/// A model that has a customer's wait.
template <class Model>
concept has_customer_wait = detail::gives_experience<Model> || detail::gives_delays<Model>;

/// A model that has the share of its customers it can serve.
template <class Model>
concept has_served_share = detail::gives_experience<Model> || detail::gives_capacity<Model>;

/// Time from being won to being served, within capacity [time].
template <has_customer_wait Model>
[[nodiscard]] constexpr typename Model::real_type customer_wait(const Model& model,
                                                                const typename Model::real_type&  t,
                                                                const typename Model::state_type& x)
{
    if constexpr (detail::gives_experience<Model>) {
        return model.experience(t, x).wait;
    } else {
        return model.onboarding_time + model.conditions(t, x).decision_delay;
    }
}

/// Share of customers within capacity; 1 without customers [-].
template <has_served_share Model>
    requires ordered_real<typename Model::real_type>
[[nodiscard]] constexpr typename Model::real_type served_share(const Model& model,
                                                               const typename Model::real_type&  t,
                                                               const typename Model::state_type& x)
{
    using Real = typename Model::real_type;
    if (!(x.customers > 0)) return Real(1);
    if constexpr (detail::gives_experience<Model>) {
        return model.experience(t, x).served;
    } else {
        const Real capacity = model.flows(t, x).capacity;
        return capacity < x.customers ? Real(capacity / x.customers) : Real(1);
    }
}

} // namespace orgscale
