#pragma once

#include <orgscale/governance/cayley_congestion.hpp>

#include "../accuracy_table.hpp"

inline void accuracy_of_cayley_congestion(accuracy_table& table)
{
    const auto law = []<class R>(const std::array<R, 2>& x) {
        return orgscale::cayley_congestion<R>{.branching = x[0], .levels = x[1]};
    };
    const auto draw = [](random_numbers& random) {
        return std::array{1 + random.magnitude(1e-12, 1e6), 1 + random.magnitude(1e-12, 50)};
    };
    // Some ten operations, none of which cancels.
    table.add<2>("cayley_congestion::critical_rate", "z from 1 to 1e6, 1 to 50 levels", 6,
                 [&]<class R>(const std::array<R, 2>& x) { return law(x).critical_rate(); }, draw,
                 {{2, 1}, {1.5, 1}, {1 + 0x1p-52, 7}, {1e300, 2}, {4, 4}, {3, 640}});
    table.add<2>("cayley_congestion::critical_total", "z from 1 to 1e6, 1 to 50 levels", 6,
                 [&]<class R>(const std::array<R, 2>& x) { return law(x).critical_total(); }, draw,
                 {{2, 1}, {1.5, 1}, {1 + 0x1p-52, 7}, {1e300, 2}, {4, 4}, {3, 640}, {3, 1e300}});
}
