#pragma once

#include <tuple>

#include <orgscale/core/checked.hpp>
#include <orgscale/core/describe.hpp>
#include <orgscale/core/select.hpp>

namespace orgscale {

/// How much growth a firm can afford without new shares: Higgins's sustainable growth.
///
///     retained = p (1 - d) (1 + L)          assets that a unit of sales pays for, with debt in step
///     g*       = retained / (T - retained)                                                       [1]
///
/// p is profit over sales, d the share of it that is paid out, L debt over equity and T assets over
/// sales, all kept as they are while sales grow by g* in a period. New assets T ΔS are paid for by
/// what is kept, p (1 - d) (S + ΔS), and L times that of debt.
///
///     sustainable_growth<>{.profit_margin = 0.055, .payout = 0.33, .debt_to_equity = 0.88,
///                          .assets_to_sales = 0.73}.rate();                               // 0.105
///
/// Infinite where a unit of sales pays for all its assets: money then limits no growth. Not where
/// margins or capital change with size, nor for inflation.
///
/// [1] Higgins, R. C. (1977). How much growth can a firm afford? Financial Management 6(3), 7-16.
///     doi:10.2307/3665251
template <real Real = double>
struct sustainable_growth {
    using real_type = Real;

    finite_value<Real>        profit_margin;     ///< p, profit over sales            [-]
    fraction<Real>            payout{0};         ///< d, of profit, paid out          [-]
    finite_non_negative<Real> debt_to_equity{0}; ///< L                               [-]
    finite_positive<Real>     assets_to_sales;   ///< T                            [time]

    /// Assets that a period's sales pay for, with the debt that goes with them, over those sales.
    [[nodiscard]] constexpr Real retained() const
    {
        return profit_margin * (1 - payout) * (1 + debt_to_equity);
    }

    /// g*, by which sales can grow in a period; infinite where money limits no growth [1/time].
    [[nodiscard]] constexpr Real rate() const
    {
        const Real left    = assets_to_sales - retained();
        const auto limited = left > 0;
        return select(limited, Real(retained() / select(limited, left, Real(1))), infinity<Real>());
    }

    static constexpr auto parameters()
    {
        return std::tuple{parameter{"profit_margin", "p", "-", "profit over sales",
                                    &sustainable_growth::profit_margin},
                          parameter{"payout", "d", "-", "share of the profit that is paid out",
                                    &sustainable_growth::payout},
                          parameter{"debt_to_equity", "L", "-", "debt over equity",
                                    &sustainable_growth::debt_to_equity},
                          parameter{"assets_to_sales", "T", "time", "assets over sales in a period",
                                    &sustainable_growth::assets_to_sales}};
    }
};

static_assert(fully_described<sustainable_growth<>>);

} // namespace orgscale
