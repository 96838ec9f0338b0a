#pragma once

#include <optional>

#include <orgscale/core/real.hpp>
#include <orgscale/core/select.hpp>

/// The gap between demand and the customers won and served, from the flows of a growth model.
namespace orgscale::detail {

/// The inflow less (1 - shortfall) of demand: negative where something other than demand binds, 0 without
/// demand.
template <class Flows, real Real>
[[nodiscard]] Real surplus(const Flows& now, const Real& shortfall)
{
    return select(now.demand > 0, Real(now.inflow - (1 - shortfall) * now.demand), Real(0));
}

/// What counts as a wall: the shares that must be missed, of demand and, at the pace of the moment, of the
/// customers there are.
template <real Real>
struct shortage_rule {
    Real shortfall; ///< ε, of demand                 [-]
    Real least;     ///< of the customers per time    [1/time]

    /// Negative where more than both is missed: the larger of inflow - (1 - ε) demand and
    /// least customers - (demand - inflow).
    template <class Flows, class State>
    [[nodiscard]] Real margin(const Flows& now, const State& x) const
    {
        const Real lost = now.demand - now.inflow;
        return greatest(surplus(now, shortfall), Real(least * x.customers - lost));
    }
};

/// That of a run of some length: `negligible` of the customers over all of it.
template <real Real>
[[nodiscard]] shortage_rule<Real> shortage_rule_of(const Real& shortfall, const Real& negligible,
                                                   const Real& length)
{
    return {shortfall, length > 0 ? Real(negligible / length) : Real(0)};
}

/// The customers' limit that binds, and another that binds too.
template <class Limit>
struct binding_limits {
    Limit                limit;
    std::optional<Limit> also;
};

/// The customers' limits that bind by more than rounding.
///
/// People are hired to serve what is won, so in steady growth `serve` equals `won` to rounding and the
/// smallest limit flickers. Hence: demand, unless the inflow falls short of it; then the limit at which
/// more is lost, `decide` between demand and won, or `serve` between won and served. The other binds too
/// if a fiftieth of the shortfall is lost at it. A model whose flows do not report `won` is asked for its
/// bottleneck.
template <class Limit, class Flows, real Real>
[[nodiscard]] binding_limits<Limit> binding(const Flows& now, const Real& shortfall)
{
    if (!(surplus(now, shortfall) < 0)) return {Limit{}, std::nullopt};
    if constexpr (requires { now.won, Limit::serve, Limit::decide; }) {
        const Real left      = 1 - shortfall / 50;
        const bool undecided = now.won < now.demand;
        const bool unserved  = now.inflow < now.won;
        if (!undecided || (unserved && now.inflow * now.demand < now.won * now.won)) {
            if (now.won < left * now.demand) return {Limit::serve, Limit::decide};
            return {Limit::serve, std::nullopt};
        }
        if (now.inflow < left * now.won) return {Limit::decide, Limit::serve};
        return {Limit::decide, std::nullopt};
    } else {
        return {now.bottleneck(), std::nullopt};
    }
}

} // namespace orgscale::detail
