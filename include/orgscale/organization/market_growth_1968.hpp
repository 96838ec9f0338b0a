#pragma once

#include <array>
#include <source_location>

#include <orgscale/core/parameter_error.hpp>
#include <orgscale/organization/market_growth.hpp>

namespace orgscale {

/// The runs of Forrester's paper on market growth: the firm with its published parameters and initial
/// state.
///
///     run  figure  loops closed  settings                       result
///     A      3     1             PCI = 100000                   unlimited growth
///     B      4     1             PCI = 100000, SEDF = 0.25      the same loop reversed: decline
///     C      8     2                                            60 salesmen; the market oscillates
///     D      9     1, 2                                         growth stagnates
///     E     10     1, 2          RS = 13.6                      more money for selling, no more sales
///     F     13     1, 2, 3                                      capacity follows: growth in waves
///     G     14     1, 2, 3       DDW = 1                        drifting goal: decline
///
/// Each run takes 100 months [1]. An independent transcription of the listing has the same seven runs at
/// the same figures [2]. Not as data on other firms: the numbers illustrate the effect of structure.
///
///     const auto d = market_growth_1968<>::run('D');
///     solve(d.firm, d.start, {.to = market_growth_1968<>::length})(50).salesmen;
///
/// The paper's figures are those of Euler's method with steps of half a month. The solution of its
/// equations differs: by a few percent, and by 13 percent in the backlog at the end of run F.
///
///     solve(d.firm, d.start, {.to = d.length, .step = 0.5, .method = fixed_method::euler});
///
/// [1] Forrester, J. W. (1968). Market growth as influenced by capital investment. Industrial
///     Management Review 9(2), 83-105; the listing is on pp. 103-104.
/// [2] github.com/CBSDLab/market-growth
template <real Real = double>
struct market_growth_1968 {
    market_growth<Real>       firm;
    market_growth_state<Real> start;

    static constexpr int  length = 100; ///< of each run [month]
    static constexpr auto letters{std::to_array({'A', 'B', 'C', 'D', 'E', 'F', 'G'})};

    /// The run with that letter; refuses others (parameter_error).
    [[nodiscard]] static constexpr market_growth_1968 run(
        char letter, std::source_location where = std::source_location::current())
    {
        if (letter < letters.front() || letter > letters.back())
            refuse(parameter_error{"run must be one of A to G", where});
        const bool                alone = letter <= 'B'; // loop 1 with ample capacity
        const market_growth<Real> firm{.sales_loop        = letter == 'C' ? 0 : 1,
                                       .delay_loop        = letter >= 'C' ? 1 : 0,
                                       .capacity_loop     = letter >= 'F' ? 1 : 0,
                                       .constant_salesmen = 60,
                                       .revenue_to_sales  = letter == 'E' ? Real(13.6) : Real(12),
                                       .salesman_salary   = 2000,
                                       .salesman_adjustment_time = 20,
                                       .delivery_averaging_time  = 1,
                                       .company_recognition_time = 4,
                                       .market_recognition_time  = 6,
                                       .tradition_time           = 12,
                                       .sales_per_salesman       = 400,
                                       .effectiveness_before     = 1,
                                       .effectiveness_after  = letter == 'B' ? Real(0.25) : Real(1),
                                       .effectiveness_change = 36,
                                       .management_goal      = 2,
                                       .tradition_weight     = letter == 'G' ? 1 : 0,
                                       .delay_bias           = Real(0.3),
                                       .capacity_receiving_delay = 12};
        return {firm, firm.start({.salesmen = Real(10),
                                  .backlog  = Real(8000),
                                  .capacity = alone ? Real(100000) : Real(12000)})};
    }
};

} // namespace orgscale
