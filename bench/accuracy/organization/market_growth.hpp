#pragma once

#include <orgscale/organization/market_growth_1968.hpp>

#include "../accuracy_table.hpp"

inline void accuracy_of_market_growth(accuracy_table& table)
{
    using orgscale::market_growth_1968;
    // A salesman sells 400 and costs 2000, so a revenue of 5 pays for him; at 5.5 the surplus cancels by 11.
    const auto rate = []<class R>(const std::array<R, 3>& x) {
        auto firm                     = market_growth_1968<R>::run('A').firm;
        firm.revenue_to_sales         = x[0];
        firm.salesman_adjustment_time = x[1];
        firm.delivery_averaging_time  = x[2];
        return firm.growth_rate(R(1));
    };
    const auto drawn = [](double least, double most) {
        return [=](random_numbers& draw) {
            return std::array{draw.magnitude(least, most), draw.magnitude(0.1, 100),
                              draw.magnitude(0.1, 100)};
        };
    };
    table.add<3>("market_growth::growth_rate", "revenue per sale 5.5 to 500, times 0.1 to 100", 16,
                 rate, drawn(5.5, 500), {{5, 20, 1}, {12, 20, 1}, {1e6, 1e6, 1e-6}});
    table.add<3>("market_growth::growth_rate", "falling: 0.5 to 4.5, times 0.1 to 100", 16, rate,
                 drawn(0.5, 4.5), {{3, 20, 1}});
    const auto still = []<class R>(const R& revenue) {
        auto firm             = market_growth_1968<R>::run('D').firm;
        firm.revenue_to_sales = revenue;
        return *firm.equilibrium(R(12000));
    };
    const auto revenue = [](random_numbers& draw) { return std::array{draw.between(5.8, 249)}; };
    table.add<1>("market_growth::equilibrium, delay", "revenue per sale 5.8 to 249", 8,
                 [&]<class R>(const std::array<R, 1>& x) { return still(x[0]).market_delay; },
                 revenue, {{5.8}, {249}});
    table.add<1>("market_growth::equilibrium, backlog", "the same", 16, // on from the delay
                 [&]<class R>(const std::array<R, 1>& x) { return still(x[0]).backlog; }, revenue,
                 {{5.8}, {249}});
    table.add<1>("market_growth::equilibrium, salesmen", "the same", 16,
                 [&]<class R>(const std::array<R, 1>& x) { return still(x[0]).salesmen; }, revenue,
                 {{5.8}, {249}});
}
