#pragma once

#include <orgscale/growth/rohlfs.hpp>

#include "../accuracy_table.hpp"

inline void accuracy_of_rohlfs(accuracy_table& table)
{
    using orgscale::rohlfs;
    const auto law = []<class R>(const R& price) {
        return rohlfs<R>{.price = price, .greatest_benefit = R(100), .adjustment_rate = R(0.5)};
    };
    const auto any_price = [](random_numbers& draw) {
        const double low = draw.magnitude(1e-300, 12.5);
        return std::array{draw.one_in(2) ? low : 25 - draw.magnitude(1e-14, 12.5)};
    };
    table.add<1>("rohlfs::critical_mass", "prices of 0 to W/4", 4,
                 [&]<class R>(const std::array<R, 1>& x) { return *law(x[0]).critical_mass(); },
                 any_price, {{0}, {9}, {25}});
    table.add<1>("rohlfs::saturation", "prices of 0 to W/4", 4,
                 [&]<class R>(const std::array<R, 1>& x) { return *law(x[0]).saturation(); },
                 any_price, {{0}, {9}, {25}});
    table.add<1>(
        "rohlfs::price_at", "all shares", 4,
        [&]<class R>(const std::array<R, 1>& x) { return law(R(9)).price_at(x[0]); },
        [](random_numbers& draw) {
            const double low = draw.magnitude(1e-16, 0.5);
            return std::array{draw.one_in(2) ? low : 1 - low};
        },
        {{0}, {0.5}, {1}});
    // At f = p/W, below which nobody wants it, the share that does begins at 0: p/W is exact here.
    table.add<2>(
        "rohlfs::wanting", "all shares, prices of 1e-9 W to W", 4,
        []<class R>(const std::array<R, 2>& x) {
            return rohlfs<R>{.price = x[1], .greatest_benefit = R(1)}.wanting(x[0]);
        },
        [](random_numbers& draw) {
            return std::array{draw.magnitude(1e-12, 1), draw.magnitude(1e-9, 1)};
        },
        {{0, 0}, {1, 0}, {0, 0.5}, {0.5, 0.5}, {0.5, 0.5 - 1e-15}});
    // A rate of 0 is met in the equilibria; half way between them and beside them it is of the shares' size.
    table.add<1>(
        "rohlfs::rate", "shares away from the equilibria 0, 0.1 and 0.9", 6,
        [&]<class R>(const std::array<R, 1>& x) { return law(R(9)).rate(x[0]); },
        [](random_numbers& draw) {
            return std::array{draw.one_in(2) ? draw.magnitude(1e-300, 0.05)
                                             : draw.between(0.25, 0.75)};
        },
        {{0}, {1}});
}
