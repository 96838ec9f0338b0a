#pragma once

#include <orgscale/queueing/halfin_whitt.hpp>

#include "../accuracy_table.hpp"

inline void accuracy_of_halfin_whitt(accuracy_table& table)
{
    using orgscale::halfin_whitt;
    // e^{β²/2} carries a rounding for each unit of its exponent.
    table.add<1>(
        "halfin_whitt::delay_probability", "β from 1e-300 to 5", 24,
        []<class R>(const std::array<R, 1>& x) {
            return halfin_whitt<R>{.margin = x[0]}.delay_probability();
        },
        [](random_numbers& draw) {
            return std::array{draw.one_in(2) ? draw.magnitude(1e-300, 1) : draw.between(0.01, 5)};
        },
        {{1e-300}, {1}, {5}});
    table.add<1>(
        "halfin_whitt::delay_probability", "β from 5 to 37", 1024,
        []<class R>(const std::array<R, 1>& x) {
            return halfin_whitt<R>{.margin = x[0]}.delay_probability();
        },
        [](random_numbers& draw) { return std::array{draw.between(5, 37)}; }, {{5}, {37}});
    // By ln β, of up to 37, and 1 - α for α next to 1.
    table.add<1>(
        "halfin_whitt::with_delay_probability", "α from 1e-300 to 1 - 1e-16", 128,
        []<class R>(const std::array<R, 1>& x) {
            return R(halfin_whitt<R>::with_delay_probability(x[0])->margin);
        },
        [](random_numbers& draw) {
            return std::array{draw.one_in(2) ? draw.magnitude(1e-300, 1)
                                             : 1 - draw.magnitude(1e-15, 0.5)};
        },
        {{1e-300}, {0.5}, {1 - 0x1p-53}});
    table.add<2>(
        "halfin_whitt::servers", "β from 1e-3 to 10, load 1e-9 to 1e9", 4,
        []<class R>(const std::array<R, 2>& x) {
            return halfin_whitt<R>{.margin = x[0]}.servers(x[1]);
        },
        [](random_numbers& draw) {
            return std::array{draw.magnitude(1e-3, 10), draw.magnitude(1e-9, 1e9)};
        });
}
