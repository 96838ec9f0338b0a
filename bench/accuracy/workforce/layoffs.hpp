#pragma once

#include <orgscale/workforce/layoffs.hpp>

#include "../accuracy_table.hpp"

inline void accuracy_of_layoffs(accuracy_table& table)
{
    table.add<2>(
        "layoffs::dismissed", "all numbers", 1,
        []<class R>(const std::array<R, 2>& x) {
            return orgscale::layoffs<R>{.dismissal_time = x[0]}.dismissed(x[1]);
        },
        [](random_numbers& draw) {
            return std::array{draw.magnitude(1e-9, 1e9), draw.magnitude(1e-9, 1e9)};
        },
        {{1, 0}});
}
