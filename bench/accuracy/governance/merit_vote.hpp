#pragma once

#include <orgscale/governance/frictionless.hpp>
#include <orgscale/governance/merit_vote.hpp>

#include "../accuracy_table.hpp"

inline void accuracy_of_merit_vote(accuracy_table& table)
{
    // p, the expert's, his weight, the circle.
    table.add<4>(
        "merit_vote::accepted", "any probabilities, circles of up to 20, not whole", 64,
        []<class R>(const std::array<R, 4>& x) {
            return orgscale::merit_vote<R>{
                .circle = x[3], .expert_accepts_good = x[1], .expert_weight = x[2]}
                .accepted(orgscale::frictionless<R>{}, R(1e9),
                          orgscale::project_portfolio<R>{.accepts_good = x[0]})
                .good;
        },
        [](random_numbers& draw) {
            return std::array{draw.between(0, 1), draw.between(0, 1), draw.between(0, 5),
                              draw.between(1, 20)};
        },
        {{1, 1, 1, 3}, {0, 0, 1, 3}, {0.5, 0.5, 0, 2}});
    table.add<2>(
        "merit_vote::best_weight", "right from 5/8 to 1 - 1e-15", 8,
        []<class R>(const std::array<R, 2>& x) {
            return orgscale::merit_vote<R>::best_weight(x[0], x[1]);
        },
        [](random_numbers& draw) {
            return std::array{1 - draw.magnitude(1e-15, 0.375), 1 - draw.magnitude(1e-15, 0.375)};
        },
        {{0.75, 0.75}});
}
