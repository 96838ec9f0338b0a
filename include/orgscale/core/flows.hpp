#pragma once

#include <cstddef>
#include <type_traits>

#include <orgscale/core/flows_from_limits.hpp>
#include <orgscale/core/growth_model.hpp>
#include <orgscale/core/state.hpp>

/// The rates of any growth model, the library's or your own. All are parts of its `flows(t, x)`; if you
/// need several, take the flows once.
///
///     inflow(firm, 36, run(36)) / demand(firm, 36, run(36))     share of demand won and served [-]
namespace orgscale {

/// All rates of a growth model at one time: its own flows, or those that follow from its limits.
template <growth_model Model>
[[nodiscard]] constexpr auto flows(const Model& model, const typename Model::real_type& t,
                                   const typename Model::state_type& x)
{
    if constexpr (gives_flows<Model>) {
        return model.flows(t, x);
    } else {
        static_assert(
            !requires { model.inflow(t, x); } && !requires { model.demand(t, x); } &&
                !requires { model.staffing(t, x); },
            "a growth model that knows more than its limits gives it in flows(t, x)");
        using Real       = typename Model::real_type;
        using limit      = typename Model::limit;
        const auto  all  = model.limits(t, x);
        const auto  rate = to_array<Real>(all);
        const limit most = model.bottleneck(t, x);
        return flows_from_limits<Real, std::remove_cvref_t<decltype(all)>, limit>{
            all, rate[static_cast<std::size_t>(most)], rate[0], most};
    }
}

/// The limiting rates, the smallest of which binds: those of customers, demand first, then those of people.
template <growth_model Model>
[[nodiscard]] constexpr auto limits(const Model& model, const typename Model::real_type& t,
                                    const typename Model::state_type& x)
{
    return flows(model, t, x).limits;
}

/// The customers' limit that governs.
template <growth_model Model>
[[nodiscard]] constexpr typename Model::limit bottleneck(const Model&                      model,
                                                         const typename Model::real_type&  t,
                                                         const typename Model::state_type& x)
{
    return flows(model, t, x).bottleneck();
}

/// The people's limit that governs, if the model's flows report it.
template <growth_model Model>
    requires requires(const Model& model, const typename Model::real_type& t,
                      const typename Model::state_type& x) { model.flows(t, x).staffing(); }
[[nodiscard]] constexpr typename Model::limit staffing_limit(const Model&                     model,
                                                             const typename Model::real_type& t,
                                                             const typename Model::state_type& x)
{
    return flows(model, t, x).staffing();
}

/// Customers won and served [customers/time].
template <growth_model Model>
[[nodiscard]] constexpr typename Model::real_type inflow(const Model&                      model,
                                                         const typename Model::real_type&  t,
                                                         const typename Model::state_type& x)
{
    return flows(model, t, x).inflow;
}

/// The inflow if only demand limited it [customers/time].
template <growth_model Model>
[[nodiscard]] constexpr typename Model::real_type demand(const Model&                      model,
                                                         const typename Model::real_type&  t,
                                                         const typename Model::state_type& x)
{
    return flows(model, t, x).demand;
}

} // namespace orgscale
