#pragma once

#include <concepts>

#include <orgscale/core/growth_model.hpp>
#include <orgscale/growth/growth_flows.hpp>
#include <orgscale/growth/growth_state.hpp>

namespace orgscale {

/// A growth model whose flows another can make, with what it changes of the moment's conditions: ours,
/// and a reader's own that tells the same.
///
///     conditions(t, x)          what it knows of the moment (growth_conditions)
///     reporting_layers(t, x)    the layers that a report climbs to those who decide
///     wage_multiple(t, x, β)    mean wage to the lowest
///
/// besides the parameters that all growth models share, by their names.
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
