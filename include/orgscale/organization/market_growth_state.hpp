#pragma once

#include <orgscale/core/state.hpp>

namespace orgscale {

/// The ten levels of market_growth, with their symbols in the 1968 listing. `ordered`, `under_way` and
/// `arriving` are capacity on order.
template <real Real = double>
struct market_growth_state {
    Real salesmen;          ///< S                                        [people]
    Real backlog;           ///< BL, ordered and not yet delivered        [units]
    Real delivery_average;  ///< DRA, average deliveries, for the budget  [units/month]
    Real company_delay;     ///< DDRC, delivery delay seen by the company [month]
    Real market_delay;      ///< DDRM, delivery delay seen by the market  [month]
    Real traditional_delay; ///< DDT, delivery delay people are used to   [month]
    Real ordered;           ///< L1, first stage of the capacity on order [units/month]
    Real under_way;         ///< L2, second stage                         [units/month]
    Real arriving;          ///< L3, third stage                          [units/month]
    Real capacity;          ///< PC, production capacity                  [units/month]

    /// PCOO, capacity on order; negative where the firm has been giving up capacity [units/month].
    [[nodiscard]] constexpr Real capacity_on_order() const
    {
        return ordered + under_way + arriving;
    }
};

static_assert(state<market_growth_state<>, double>);

} // namespace orgscale
