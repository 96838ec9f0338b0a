#pragma once

#include <orgscale/workforce/penrose_limit.hpp>

#include "../accuracy_table.hpp"

inline void accuracy_of_penrose_limit(accuracy_table& table)
{
    table.add<4>(
        "penrose_limit::fastest_growth", "all of m and a, b from 1e-3 to 1e3, τ from 1e-9 to 1e9",
        6,
        []<class R>(const std::array<R, 4>& x) {
            return orgscale::penrose_limit<R>{
                .managers = x[0], .running = x[1], .integration = x[2], .assimilation_time = x[3]}
                .fastest_growth();
        },
        [](random_numbers& draw) {
            const double managers = draw.between(0, 1);
            return std::array{
                managers,
                managers * (draw.one_in(2) ? draw.between(0, 1.5) : 1 - draw.magnitude(1e-12, 1)),
                draw.magnitude(1e-3, 1e3), draw.magnitude(1e-9, 1e9)};
        },
        {{0, 0, 1, 0}, {1, 0, 1, 0}, {1, 1, 1, 1}, {0.5, 0.75, 1, 1}, {0.5, 0.25, 1, 0}});
}
