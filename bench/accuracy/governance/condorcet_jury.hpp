#pragma once

#include <cmath>
#include <cstdint>

#include <orgscale/governance/condorcet_jury.hpp>

#include "../accuracy_table.hpp"

inline void accuracy_of_condorcet_jury(accuracy_table& table)
{
    const auto of = []<class R>(const R& competence) {
        return orgscale::condorcet_jury<R>{.competence = competence};
    };
    const auto voters = []<class R>(const R& x) { return static_cast<std::int64_t>(x); };
    const auto drawn  = [](random_numbers& draw) {
        return std::array{draw.between(0.01, 0.99), 1 + std::floor(draw.magnitude(1, 100))};
    };
    // As of a committee: half the voters may be fifty terms from the most likely number of right votes.
    table.add<2>("condorcet_jury::accuracy", "competence from 0.01, up to 100 voters", 250,
                 [&]<class R>(const std::array<R, 2>& x) { return of(x[0]).accuracy(voters(x[1])); },
                 drawn, {{0, 1}, {1, 100}, {0.5, 101}});
    // A product of as many factors with four roundings each.
    table.add<2>("condorcet_jury::tied", "competence from 0.01, up to 100 voters", 150,
                 [&]<class R>(const std::array<R, 2>& x) { return of(x[0]).tied(voters(x[1])); },
                 drawn, {{0, 2}, {1, 100}, {0.5, 2}});
    // 1 + erf, from half of the voters being right on.
    table.add<2>(
        "condorcet_jury::approximate_accuracy", "competence from 1/2, up to 100 voters", 8,
        [&]<class R>(const std::array<R, 2>& x) { return of(x[0]).approximate_accuracy(x[1]); },
        [](random_numbers& draw) {
            return std::array{draw.between(0.5, 1), draw.magnitude(1, 100)};
        },
        {{0.5, 1}, {1, 100}});
}
