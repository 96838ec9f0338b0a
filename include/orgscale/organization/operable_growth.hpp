#pragma once

#include <concepts>

#include <orgscale/core/growth_model.hpp>
#include <orgscale/growth/growth_flows.hpp>
#include <orgscale/growth/growth_state.hpp>

namespace orgscale {

/// A growth model that can be operated: its flows can be computed from its conditions after these have
/// been modified. Satisfied by the library's growth models and by your own that provide
///
///     conditions(t, x)          the conditions at a time and state (growth_conditions)
///     reporting_layers(t, x)    the layers that a report passes to reach those who decide
///     wage_multiple(t, x, β)    mean wage relative to the lowest
///
/// and the parameters that all growth models share, under their names.
template <class Model>
concept operable_growth =
    growth_model<Model> && std::same_as<typename Model::limit, growth_limit> &&
    std::same_as<typename Model::state_type, growth_state<typename Model::real_type>> &&
    requires(const Model& model, const typename Model::real_type& number,
             const typename Model::state_type& x) {
        {
            model.conditions(number, x)
        } -> std::same_as<growth_conditions<typename Model::real_type>>;
        { model.reporting_layers(number, x) } -> std::same_as<typename Model::real_type>;
        { model.wage_multiple(number, x, number) } -> std::same_as<typename Model::real_type>;
        { model.shortest_time() } -> std::same_as<typename Model::real_type>;
        model.decisions_per_customer;
        model.upkeep_decisions;
        model.onboarding_time;
        model.hiring_time;
        model.attrition;
        model.churn;
        model.patience;
        model.core_people;
    };

} // namespace orgscale
