#pragma once

#include <cstddef>

#include <orgscale/core/growth_model.hpp>
#include <orgscale/core/state.hpp>

namespace orgscale {

namespace detail {

/// Customers won and served, and those that would be if only demand limited it, from what a growth
/// model tells.
template <growth_model Model>
[[nodiscard]] auto inflow_of(const Model& model, const typename Model::real_type& t,
                             const typename Model::state_type& x)
{
    if constexpr (requires { model.inflow(t, x); }) {
        return model.inflow(t, x);
    } else {
        const auto rates = to_array<typename Model::real_type>(model.limits(t, x));
        return rates[static_cast<std::size_t>(model.bottleneck(t, x))];
    }
}

template <growth_model Model>
[[nodiscard]] auto demand_of(const Model& model, const typename Model::real_type& t,
                             const typename Model::state_type& x)
{
    if constexpr (requires { model.demand(t, x); }) {
        return model.demand(t, x);
    } else {
        return to_array<typename Model::real_type>(model.limits(t, x))[0];
    }
}

/// How far the inflow is above (1 - shortfall) of demand: negative where demand is not what binds.
template <growth_model Model>
[[nodiscard]] auto surplus(const Model& model, const typename Model::real_type& t,
                           const typename Model::state_type& x,
                           const typename Model::real_type&  shortfall)
{
    using Real = typename Model::real_type;
    return Real(inflow_of(model, t, x) - (1 - shortfall) * demand_of(model, t, x));
}

/// The customers' limit to name, told from the others by more than rounding.
///
/// People are hired for what is won, so in steady growth `serve` equals it and the smallest of the
/// limits changes from moment to moment. So: demand, unless the inflow falls short of it; then
/// `serve` if more is lost between what is won and what is served than between demand and what is
/// won, else `decide`. A model that doesn't tell its flows is asked for its bottleneck.
template <growth_model Model>
[[nodiscard]] typename Model::limit binding_limit(const Model&                      model,
                                                  const typename Model::real_type&  t,
                                                  const typename Model::state_type& x,
                                                  const typename Model::real_type&  shortfall)
{
    using limit = typename Model::limit;
    if (!(surplus(model, t, x, shortfall) < 0)) return limit{};
    if constexpr (requires { model.flows(t, x).won, limit::serve, limit::decide; }) {
        const auto flows = model.flows(t, x);
        return flows.inflow * flows.demand < flows.won * flows.won ? limit::serve : limit::decide;
    } else {
        return model.bottleneck(t, x);
    }
}

} // namespace detail
} // namespace orgscale
