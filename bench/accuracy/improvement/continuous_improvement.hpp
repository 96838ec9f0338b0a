#pragma once

#include <orgscale/improvement/continuous_improvement.hpp>

#include "../accuracy_table.hpp"

inline void accuracy_of_continuous_improvement(accuracy_table& table)
{
    using orgscale::continuous_improvement;
    table.add<3>(
        "continuous_improvement::productivity", "gain from 1e-9 to 1e6, t/h from 1e-9 to 1e6", 4,
        []<class R>(const std::array<R, 3>& x) {
            return continuous_improvement<R>{.halving_time = x[0], .gain = x[1]}.productivity(x[2]);
        },
        [](random_numbers& draw) {
            const double h = draw.magnitude(1e-3, 1e3);
            return std::array{h, draw.magnitude(1e-9, 1e6), h * draw.magnitude(1e-9, 1e6)};
        },
        {{1, 0, 5}, {1, 3, 0}, {1, 3, -5}, {1, 3, 1e300}});
    // e^-x amplifies the roundings of x = ln 2 t/h: two, and that of ln 2.
    table.add<4>(
        "continuous_improvement::defects", "least defects from 1e-9 of those before, t/h up to 8",
        4 + 11,
        []<class R>(const std::array<R, 4>& x) {
            return continuous_improvement<R>{
                .halving_time = x[0], .defects_before = x[1], .least_defects = x[2]}
                .defects(x[3]);
        },
        [](random_numbers& draw) {
            const double h = draw.magnitude(1e-3, 1e3), before = draw.magnitude(1e-6, 0.99);
            return std::array{h, before, before * draw.magnitude(1e-9, 1),
                              h * draw.magnitude(1e-9, 8)};
        },
        {{1, 0, 0, 5}, {1, 0.5, 0.25, 0}, {1, 0.5, 0.25, -3}, {1, 0.5, 0.25, 1e300}});
}
