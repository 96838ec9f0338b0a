#pragma once

#include <concepts>

#include <orgscale/core/decision_losses.hpp>
#include <orgscale/core/governance_policy.hpp>
#include <orgscale/core/real.hpp>
#include <orgscale/core/select.hpp>
#include <orgscale/growth/growth_flows.hpp>

namespace orgscale {

/// What becomes of the customers that an organisation decides about, if its decisions may be wrong.
///
///     decided = min(sell, decide) = won + lost + wasted
///     won     = decision_quality · decided              what the growth model calls won
///     lost    = (1 - F(p1)) · decided                   good initiatives rejected, errors of omission
///     wasted  = min(F(p1), (1-α) z2/(α z1) F(p2)) · decided    taken back by bad ones accepted, of commission
///
/// F is the share accepted by those who decide, at any state of the model (see project_portfolio for α, z1, z2, p1, p2 and
/// their ranges). Growth itself knows only what is won: two organisations with the same quality grow alike, one that
/// loses and one that wastes. Both errors are Sah and Stiglitz's [1]; that they cost shares of an inflow of customers is
/// an assumption of the library.
///
/// [1] Sah, R. K., Stiglitz, J. E. (1986). The architecture of economic systems: hierarchies and polyarchies.
///     American Economic Review 76(4), 716-727.
template <real Real = double>
struct initiative_flows {
    Real decided; ///< [customers/time]
    Real won;     ///< [customers/time]
    Real lost;    ///< [customers/time]
    Real wasted;  ///< [customers/time]
};

/// Those of a growth model at time t and state x. Its governance must know its losses: a committee, a governance that is
/// screened, or a transition between two of these.
template <class Model>
    requires requires(const Model& model, const typename Model::real_type& t,
                      const typename Model::state_type& x) {
        { model.flows(t, x) } -> std::same_as<growth_flows<typename Model::real_type>>;
        with_policy_at(model.governance, t,
                       [](const knows_decision_losses<typename Model::real_type> auto&) {});
    }
[[nodiscard]] constexpr auto initiative_flows_of(const Model&                      model,
                                                 const typename Model::real_type&  t,
                                                 const typename Model::state_type& x)
{
    using Real         = typename Model::real_type;
    const auto now     = model.flows(t, x);
    const auto losses  = with_policy_at(model.governance, t, [&](const auto& policy) {
        return policy.losses(greatest(model.deciding(x), Real(1)));
    });
    const Real decided = least(now.limits.sell, now.limits.decide);
    return initiative_flows<Real>{decided, now.won, decided * losses.lost, decided * losses.wasted};
}

} // namespace orgscale
