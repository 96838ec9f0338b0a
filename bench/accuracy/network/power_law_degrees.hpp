#pragma once

#include <orgscale/network/power_law_degrees.hpp>

#include "../accuracy_table.hpp"

inline void accuracy_of_power_law_degrees(accuracy_table& table)
{
    const auto of = []<class R>(const std::array<R, 2>& x) {
        return orgscale::power_law_degrees<R>{.exponent = x[0], .fewest = R(2), .most = x[1]};
    };
    const auto any = [](random_numbers& draw) {
        const double off = draw.magnitude(1e-15, 1);
        return std::array{draw.one_in(2) ? draw.between(1, 5)
                                         : (draw.one_in(2) ? 2 : 3) + (draw.one_in(2) ? off : -off),
                          2 * draw.magnitude(1.001, 1e6)};
    };
    // Exponents up to 3 ln 1e6 = 41, with their roundings, above and below.
    table.add<2>("power_law_degrees::degree_ratio",
                 "exponents 1 to 5, up to 1e6 times as many contacts", 48,
                 [=]<class R>(const std::array<R, 2>& x) { return of(x).degree_ratio(); }, any,
                 {{2, 4}, {3, 4}, {2, 1e9}, {3, 1e9}});
    table.add<2>(
        "power_law_degrees::critical_loss", "exponents 1 to 2.9, 10 to 1e6 times as many contacts",
        50, [=]<class R>(const std::array<R, 2>& x) { return of(x).critical_loss(); },
        [](random_numbers& draw) {
            return std::array{draw.between(1, 2.9), 2 * draw.magnitude(10, 1e6)};
        });
}
