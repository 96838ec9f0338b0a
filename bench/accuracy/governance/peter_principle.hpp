#pragma once

#include <cstdint>

#include <orgscale/governance/peter_principle.hpp>

#include "../accuracy_table.hpp"

inline void accuracy_of_peter_principle(accuracy_table& table)
{
    // The best of n is the same number in both.
    table.add<3>(
        "peter_principle::in_new_post", "competence above 1, spreads up to 1/4", 4,
        []<class R>(const std::array<R, 3>& x) {
            return orgscale::peter_principle<R>{.mean = x[0], .spread = x[1], .carry_over = x[2]}
                .in_new_post(12, orgscale::promoted::best);
        },
        [](random_numbers& draw) {
            return std::array{draw.between(1, 10), draw.between(0, 0.25), draw.between(0, 1)};
        },
        {{7, 0, 1}, {7, 0.25, 0}});
}
