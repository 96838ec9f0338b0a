#pragma once

#include <orgscale/core/state.hpp>

namespace orgscale {

/// Where a firm stands that grows by reinvesting in sales: the ten levels of market_growth, with the
/// names of the 1968 listing behind them. The three before the capacity are on their way to it.
template <real Real = double>
struct market_growth_state {
    Real salesmen;          ///< S                                            [people]
    Real backlog;           ///< BL, ordered and not yet delivered             [units]
    Real delivery_average;  ///< DRA, deliveries as the budget sees them [units/month]
    Real company_delay;     ///< DDRC, delivery delay the company sees         [month]
    Real market_delay;      ///< DDRM, delivery delay the market sees          [month]
    Real traditional_delay; ///< DDT, what everybody is used to                [month]
    Real ordered;           ///< first third of the capacity on order    [units/month]
    Real under_way;         ///< second third                            [units/month]
    Real arriving;          ///< last third                              [units/month]
    Real capacity;          ///< PC, production capacity                 [units/month]

    /// PCOO, all capacity on order; negative where the firm has been giving capacity up [units/month].
    [[nodiscard]] constexpr Real capacity_on_order() const
    {
        return ordered + under_way + arriving;
    }
};

static_assert(state<market_growth_state<>, double>);

} // namespace orgscale
