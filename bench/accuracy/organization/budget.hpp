#pragma once

#include <orgscale/organization/budget.hpp>

#include "../accuracy_table.hpp"

inline void accuracy_of_budget(accuracy_table& table)
{
    // Earnings (exact here), cash, cost of a hire, spending time, wage, time until it earns.
    table.add<6>(
        "budget::affordable", "earnings and cash above 0", 5,
        []<class R>(const std::array<R, 6>& x) {
            return orgscale::budget<R>{
                .price = R(1), .wage = x[4], .cost_per_hire = x[2], .spending_time = x[3]}
                .affordable(x[0], x[1], x[5]);
        },
        [](random_numbers& draw) {
            return std::array{draw.magnitude(1e-9, 1e9), draw.magnitude(1e-9, 1e9),
                              draw.magnitude(1e-9, 1e9), draw.magnitude(1e-9, 1e9),
                              draw.magnitude(1e-9, 1e9), draw.magnitude(1e-9, 1e9)};
        },
        {{0, 1, 1, 1, 1, 1}, {1, 0, 1, 1, 0, 1}, {1, 1e300, 1, 1, 1, 1}, {1, 1, 0, 1, 1, 1}});
    // Customers served, people, mean wage: a difference, with wages at most half of the revenue.
    table.add<3>(
        "budget::earnings", "wages up to half of what is earned", 6,
        []<class R>(const std::array<R, 3>& x) {
            return orgscale::budget<R>{.price = R(4), .wage = R(12)}.earnings(x[0], x[1], x[2]);
        },
        [](random_numbers& draw) {
            const double people = draw.magnitude(1, 1e6), paid = draw.between(1, 10);
            return std::array{6 * people * paid * draw.magnitude(1, 1e6), people, paid};
        },
        {{1, 0, 1}});
}
