#pragma once

#include <orgscale/core/checked.hpp>
#include <orgscale/core/describe.hpp>
#include <orgscale/core/select.hpp>

namespace orgscale {

/// Higgins's sustainable growth: the growth a firm can finance without issuing shares.
///
///     retained = p (1 - d) (1 + L)          new assets financed per unit of sales
///     g*       = retained / (T - retained)                                                       [1]
///
/// p is profit over sales, d the payout ratio, L debt over equity and T assets over sales, all constant
/// while sales grow by g* per period. New assets T ΔS are financed by retained profit,
/// p (1 - d) (S + ΔS), and L times as much debt.
///
///     sustainable_growth<>{.profit_margin = 0.055, .payout = 0.33, .debt_to_equity = 0.88,
///                          .assets_to_sales = 0.73}.rate();                               // 0.105
///
/// Infinite where retained >= T: money does not limit growth. Not where margins or the capital structure
/// change with size, nor under inflation.
///
/// [1] Higgins, R. C. (1977). How much growth can a firm afford? Financial Management 6(3), 7-16.
///     doi:10.2307/3665251
template <real Real = double>
struct sustainable_growth {
    using real_type = Real;

    finite_value<Real>        profit_margin;     ///< p, profit over sales            [-]
    fraction<Real>            payout{0};         ///< d, share of profit paid out     [-]
    finite_non_negative<Real> debt_to_equity{0}; ///< L                               [-]
    finite_positive<Real>     assets_to_sales;   ///< T, assets over sales per period [-]

    /// New assets financed by a period's sales, debt included, over those sales [-].
    [[nodiscard]] constexpr Real retained() const
    {
        return profit_margin * (1 - payout) * (1 + debt_to_equity);
    }

    /// g*, growth of sales per period; infinite where money does not limit it [-].
    [[nodiscard]] constexpr Real rate() const
    {
        const Real left    = assets_to_sales - retained();
        const auto limited = left > 0;
        return select(limited, Real(retained() / select(limited, left, Real(1))), infinity<Real>());
    }

    static constexpr auto parameters()
    {
        return description{
            parameter{"profit_margin", "p", "-", "profit over sales",
                      &sustainable_growth::profit_margin},
            parameter{"payout", "d", "-", "share of profit paid out", &sustainable_growth::payout},
            parameter{"debt_to_equity", "L", "-", "debt over equity",
                      &sustainable_growth::debt_to_equity},
            parameter{"assets_to_sales", "T", "-", "assets over sales per period",
                      &sustainable_growth::assets_to_sales}};
    }
};

static_assert(fully_described<sustainable_growth<>>);

} // namespace orgscale
