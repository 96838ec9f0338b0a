#pragma once

#include <concepts>

#include <orgscale/core/growth_model.hpp>

namespace orgscale::detail {

/// A model that tells how long customers wait to be served: in what they experience, or in its delays.
template <class Model>
concept tells_experience = requires(const Model& model, const typename Model::real_type& t,
                                    const typename Model::state_type& x) {
    { model.experience(t, x).wait } -> std::convertible_to<typename Model::real_type>;
    { model.experience(t, x).served } -> std::convertible_to<typename Model::real_type>;
};

template <class Model>
concept tells_delays = requires(const Model& model, const typename Model::real_type& t,
                                const typename Model::state_type& x) {
    { model.conditions(t, x).decision_delay } -> std::convertible_to<typename Model::real_type>;
    { model.onboarding_time } -> std::convertible_to<typename Model::real_type>;
};

template <class Model>
concept tells_capacity = requires(const Model& model, const typename Model::real_type& t,
                                  const typename Model::state_type& x) {
    { model.flows(t, x).capacity } -> std::convertible_to<typename Model::real_type>;
};

template <class Model>
concept tells_wait = tells_experience<Model> || tells_delays<Model>;

template <class Model>
concept tells_served = tells_experience<Model> || tells_capacity<Model>;

/// From being won to being served, if there is room.
template <tells_wait Model, class Real = typename Model::real_type>
[[nodiscard]] Real wait_of(const Model& model, const Real& t, const typename Model::state_type& x)
{
    if constexpr (tells_experience<Model>) {
        return model.experience(t, x).wait;
    } else {
        return model.onboarding_time + model.conditions(t, x).decision_delay;
    }
}

/// Share of the customers for whom there is room; all, where there are none.
template <tells_served Model, class Real = typename Model::real_type>
[[nodiscard]] Real served_of(const Model& model, const Real& t, const typename Model::state_type& x)
{
    if (!(x.customers > 0)) return Real(1);
    if constexpr (tells_experience<Model>) {
        return model.experience(t, x).served;
    } else {
        const Real capacity = model.flows(t, x).capacity;
        return capacity < x.customers ? Real(capacity / x.customers) : Real(1);
    }
}

} // namespace orgscale::detail
