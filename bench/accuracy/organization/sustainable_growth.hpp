#pragma once

#include <orgscale/organization/sustainable_growth.hpp>

#include "../accuracy_table.hpp"

inline void accuracy_of_sustainable_growth(accuracy_table& table)
{
    // Margin, payout, debt, assets. What is left of the assets is a difference, which costs two more
    // roundings if sales pay for up to half of their assets.
    table.add<4>(
        "sustainable_growth::rate", "sales that pay for up to half of their assets", 12,
        []<class R>(const std::array<R, 4>& x) {
            return orgscale::sustainable_growth<R>{.profit_margin   = x[0],
                                                   .payout          = x[1],
                                                   .debt_to_equity  = x[2],
                                                   .assets_to_sales = x[3]}
                .rate();
        },
        [](random_numbers& draw) {
            const std::array x{draw.magnitude(1e-6, 1), draw.between(0, 0.9),
                               draw.magnitude(1e-6, 10)};
            return std::array{x[0], x[1], x[2], 2 * x[0] * (1 + x[2]) * draw.magnitude(1, 1e6)};
        },
        {{0.0625, 0, 0, 1}, {-0.5, 0.5, 1, 1}});
}
