#pragma once

#include <cmath>

#include <orgscale/organization/self_financing_growth.hpp>

#include "../accuracy_table.hpp"

inline void accuracy_of_self_financing_growth(accuracy_table& table)
{
    using orgscale::self_financing_growth;
    const auto firm = []<class R>(const std::array<R, 5>& x) {
        return self_financing_growth<R>{.cost_of_sales      = x[0],
                                        .operating_expenses = x[1],
                                        .receivables        = x[2],
                                        .inventory          = x[3],
                                        .payables           = x[4]};
    };
    // At least a tenth of sales is left, so the difference from 1 cancels by at most ten; for the same
    // reason credit covers at most nine tenths of the cycle.
    const auto firms = [](random_numbers& draw) {
        const double cost = draw.between(0.01, 0.6), expenses = draw.between(0.01, 0.3);
        const double paid = draw.magnitude(1, 1000), lying = draw.magnitude(1e-3, 1000);
        return std::array{cost, expenses, paid, lying, draw.between(0, 0.9) * (paid + lying)};
    };
    table.add<5>("self_financing_growth::growth_per_cycle", "a tenth of sales left", 24,
                 [&]<class R>(const std::array<R, 5>& x) { return firm(x).growth_per_cycle(); },
                 firms, {{0.5, 0.25, 64, 64, 0}});
    table.add<5>("self_financing_growth::compound_rate", "a tenth of sales left", 24,
                 [&]<class R>(const std::array<R, 5>& x) { return firm(x).compound_rate(); }, firms,
                 {{0.5, 0.25, 64, 64, 0}});
}
