#pragma once

#include <orgscale/governance/committee.hpp>

#include "../accuracy_table.hpp"

inline void accuracy_of_committee(accuracy_table& table)
{
    // p, members, votes; nothing is bad.
    table.add<3>(
        "committee::decision_quality", "accepting from 0.01, up to 100 members, not whole", 250,
        []<class R>(const std::array<R, 3>& x) {
            return orgscale::committee<R>{
                .members = x[1], .votes = x[2], .initiatives = {.accepts_good = x[0]}}
                .decision_quality(R(1));
        },
        [](random_numbers& draw) {
            const double members = draw.magnitude(1, 100);
            return std::array{draw.between(0.01, 1), members, draw.between(1, members)};
        },
        {{1, 3, 2}, {0, 3, 2}, {0.5, 100, 50}});
}
