#pragma once

#include <cmath>
#include <tuple>

#include <orgscale/core/checked.hpp>
#include <orgscale/core/describe.hpp>
#include <orgscale/core/select.hpp>

namespace orgscale {

/// How fast a firm can grow on what it earns, when customers pay late and suppliers wait.
///
///     cycle            C = receivables + inventory        from buying to being paid
///     tied_up          a (C - payables)/C + e/2           cash in each unit of sales
///     generated        1 - a - e                          cash from it, when it is paid for
///     growth_per_cycle = generated/tied_up                                                  [1]
///     growth_rate      = growth_per_cycle/C               a year's worth of cycles, not compounded
///
/// Cost of sales is tied up from when suppliers are paid, operating expenses for half of the cycle,
/// since they are paid all along it. What is earned in a cycle is what the next can be larger by.
/// Taxes and what is reinvested in equipment are expenses here. A firm that loses money shrinks.
///
///     self_financing_growth<>{.cost_of_sales = 0.6, .operating_expenses = 0.35, .receivables = 70,
///                             .inventory = 80, .payables = 30}.growth_per_cycle();     // 0.0763
///
/// Not for a firm that borrows or sells shares (sustainable_growth has debt in it), nor one that is paid
/// before it pays: there cash limits nothing.
///
/// [1] Churchill, N. C., Mullins, J. W. (2001). How fast can your company afford to grow? Harvard
///     Business Review 79(5), 135-142.
template <real Real = double>
struct self_financing_growth {
    using real_type = Real;

    finite_non_negative<Real> cost_of_sales;      ///< a, of each unit of sales          [-]
    finite_non_negative<Real> operating_expenses; ///< e, of each unit of sales          [-]
    finite_non_negative<Real> receivables;        ///< until customers pay            [time]
    finite_non_negative<Real> inventory{0};       ///< from buying to selling         [time]
    finite_non_negative<Real> payables{0};        ///< until suppliers are paid       [time]

    /// Else cash limits nothing.
    [[no_unique_address]] agreed ties_cash_up{
        receivables + inventory > 0 && Real{payables} <= Real(receivables + inventory) &&
            (operating_expenses > 0 ||
             (cost_of_sales > 0 && Real{payables} < Real(receivables + inventory))),
        "receivables + inventory must be above 0 and at least payables, and cash be tied up in them"};

    /// C [time].
    [[nodiscard]] constexpr Real cycle() const { return receivables + inventory; }

    /// Cash tied up over the cycle in each unit of sales [-].
    [[nodiscard]] constexpr Real tied_up() const
    {
        return cost_of_sales * Real(cycle() - payables) / cycle() + operating_expenses / 2;
    }

    /// Cash from each unit of sales, below 0 at a loss [-].
    [[nodiscard]] constexpr Real generated() const
    {
        return 1 - cost_of_sales - operating_expenses;
    }

    /// What the next cycle can be larger by [-].
    [[nodiscard]] constexpr Real growth_per_cycle() const { return generated() / tied_up(); }

    /// The same over time, cycle after cycle without compounding, as it is published [1/time].
    [[nodiscard]] constexpr Real growth_rate() const { return growth_per_cycle() / cycle(); }

    /// The same compounded: ln(1 + growth_per_cycle)/C. Minus infinity where a cycle loses all. [1/time]
    [[nodiscard]] Real compound_rate() const
    {
        using std::log1p;
        return log1p(greatest(growth_per_cycle(), Real(-1))) / cycle();
    }

    static constexpr auto parameters()
    {
        return std::tuple{parameter{"cost_of_sales", "a", "-", "cost of a unit of sales",
                                    &self_financing_growth::cost_of_sales},
                          parameter{"operating_expenses", "e", "-", "expenses for a unit of sales",
                                    &self_financing_growth::operating_expenses},
                          parameter{"receivables", "", "time", "until customers pay",
                                    &self_financing_growth::receivables},
                          parameter{"inventory", "", "time", "from buying to selling",
                                    &self_financing_growth::inventory},
                          parameter{"payables", "", "time", "until suppliers are paid",
                                    &self_financing_growth::payables}};
    }
};

static_assert(fully_described<self_financing_growth<>>);

} // namespace orgscale
