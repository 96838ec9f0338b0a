#pragma once

#include <orgscale/workforce/quadratic_overhead.hpp>

#include "../accuracy_table.hpp"

inline void accuracy_of_quadratic_overhead(accuracy_table& table)
{
    table.add<2>(
        "quadratic_overhead::share", "c from 1e-9 to 1, 1e-3 to 1e6 people", 4,
        []<class R>(const std::array<R, 2>& x) {
            return orgscale::quadratic_overhead<R>{.coefficient = x[0]}.share(x[1]);
        },
        [](random_numbers& draw) {
            return std::array{draw.magnitude(1e-9, 1), draw.magnitude(1e-3, 1e6)};
        },
        {{0, 1e100}, {0.0006, 0}, {0.0006, 1e100}});
}
