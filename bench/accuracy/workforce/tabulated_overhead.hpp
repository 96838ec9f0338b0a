#pragma once

#include <orgscale/workforce/tabulated_overhead.hpp>

#include "../accuracy_table.hpp"

inline void accuracy_of_tabulated_overhead(accuracy_table& table)
{
    table.add<1>(
        "tabulated_overhead::share", "0 to 40 people", 4,
        []<class R>(const std::array<R, 1>& x) {
            return orgscale::tabulated_overhead<R>{}.share(x[0]);
        },
        [](random_numbers& draw) { return std::array{draw.between(0, 40)}; },
        {{0}, {1e-300}, {5}, {20}, {30}, {1e300}});
}
