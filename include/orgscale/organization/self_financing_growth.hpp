#pragma once

#include <cmath>

#include <orgscale/core/checked.hpp>
#include <orgscale/core/describe.hpp>
#include <orgscale/core/select.hpp>

namespace orgscale {

/// Self-financeable growth: how fast a firm can grow from its own cash flow, given that customers pay
/// after delivery and suppliers grant credit.
///
///     cycle            C = receivables + inventory        from purchase to payment
///     tied_up          a (C - payables)/C + e/2           cash per unit of sales
///     generated        1 - a - e                          cash per unit of sales, once paid
///     growth_per_cycle = generated/tied_up                                                  [1]
///     growth_rate      = growth_per_cycle/C               not compounded
///
/// Cost of sales ties up cash from the payment of suppliers on, operating expenses for half of the cycle,
/// since they are paid throughout it. The cash generated in a cycle funds the growth of the next. Taxes
/// and reinvestment in equipment count as expenses. A firm that loses money shrinks.
///
///     self_financing_growth<>{.cost_of_sales = 0.6, .operating_expenses = 0.35, .receivables = 70,
///                             .inventory = 80, .payables = 30}.growth_per_cycle();     // 0.0763
///
/// Not for firms that borrow or issue shares (sustainable_growth includes debt), nor for firms that are
/// paid before they pay, whose growth cash does not limit; those are refused.
///
/// [1] Churchill, N. C., Mullins, J. W. (2001). How fast can your company afford to grow? Harvard
///     Business Review 79(5), 135-142.
template <real Real = double>
struct self_financing_growth {
    using real_type = Real;

    finite_non_negative<Real> cost_of_sales;      ///< a, per unit of sales     [-]
    finite_non_negative<Real> operating_expenses; ///< e, per unit of sales     [-]
    finite_non_negative<Real> receivables;        ///< until customers pay      [time]
    finite_non_negative<Real> inventory{0};       ///< from purchase to sale    [time]
    finite_non_negative<Real> payables{0};        ///< until suppliers are paid [time]

    /// Otherwise cash does not limit growth.
    [[no_unique_address]] agreed ties_cash_up{
        receivables + inventory > 0 && Real{payables} <= Real(receivables + inventory) &&
            (operating_expenses > 0 ||
             (cost_of_sales > 0 && Real{payables} < Real(receivables + inventory))),
        "receivables + inventory must exceed 0, be at least payables, and tie up cash"};

    /// C, the operating cash cycle [time].
    [[nodiscard]] constexpr Real cycle() const { return receivables + inventory; }

    /// Cash tied up over the cycle, per unit of sales [-].
    [[nodiscard]] constexpr Real tied_up() const
    {
        return cost_of_sales * Real(cycle() - payables) / cycle() + operating_expenses / 2;
    }

    /// Cash generated per unit of sales; negative at a loss [-].
    [[nodiscard]] constexpr Real generated() const
    {
        return 1 - cost_of_sales - operating_expenses;
    }

    /// Growth of sales from one cycle to the next [-].
    [[nodiscard]] constexpr Real growth_per_cycle() const { return generated() / tied_up(); }

    /// Growth rate without compounding over cycles, as published [1/time].
    [[nodiscard]] constexpr Real growth_rate() const { return growth_per_cycle() / cycle(); }

    /// Compounded growth rate, ln(1 + growth_per_cycle)/C; minus infinity where a cycle loses all cash
    /// tied up [1/time].
    [[nodiscard]] Real compound_rate() const
    {
        using std::log1p;
        return log1p(greatest(growth_per_cycle(), Real(-1))) / cycle();
    }

    static constexpr auto parameters()
    {
        return description{parameter{"cost_of_sales", "a", "-", "cost of sales over sales",
                                     &self_financing_growth::cost_of_sales},
                           parameter{"operating_expenses", "e", "-", "operating expenses over sales",
                                     &self_financing_growth::operating_expenses},
                           parameter{"receivables", "", "time", "time until customers pay",
                                     &self_financing_growth::receivables},
                           parameter{"inventory", "", "time", "time from purchase to sale",
                                     &self_financing_growth::inventory},
                           parameter{"payables", "", "time", "time until suppliers are paid",
                                     &self_financing_growth::payables}};
    }
};

static_assert(fully_described<self_financing_growth<>>);

} // namespace orgscale
