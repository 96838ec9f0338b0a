#pragma once

#include <orgscale/governance/free_initiative.hpp>
#include <orgscale/governance/frictionless.hpp>

#include "../accuracy_table.hpp"

inline void accuracy_of_free_initiative(accuracy_table& table)
{
    // 1 - (1 - p)^c cancels for small p.
    table.add<2>(
        "free_initiative::accepted", "accepting from 0.05, circles up to 100", 40,
        []<class R>(const std::array<R, 2>& x) {
            return orgscale::free_initiative<R>{.circle = x[1]}
                .accepted(orgscale::frictionless<R>{}, R(1e9),
                          orgscale::project_portfolio<R>{.accepts_good = x[0]})
                .good;
        },
        [](random_numbers& draw) {
            return std::array{draw.between(0.05, 1), draw.magnitude(1, 100)};
        },
        {{1, 3}, {0, 3}, {0.5, 1}});
}
