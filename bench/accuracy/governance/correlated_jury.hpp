#pragma once

#include <cmath>
#include <cstdint>

#include <orgscale/governance/correlated_jury.hpp>

#include "../accuracy_table.hpp"

inline void accuracy_of_correlated_jury(accuracy_table& table)
{
    const auto of = []<class R>(const std::array<R, 3>& x) {
        return orgscale::correlated_jury<R>{.competence = x[0], .correlation = x[1]};
    };
    const auto drawn = [](double least) {
        return [least](random_numbers& draw) {
            return std::array{draw.between(0.5, 1),
                              draw.one_in(2) ? draw.between(least, 1) : draw.magnitude(least, 1),
                              1 + std::floor(draw.magnitude(1, 100))};
        };
    };
    // The ratio of neighbouring terms has ten roundings, and fifty of them may be between the most likely number of
    // right votes and half of all.
    table.add<3>("correlated_jury::accuracy", "competence from 1/2, up to 100 voters", 500,
                 [&]<class R>(const std::array<R, 3>& x) {
                     return of(x).accuracy(static_cast<std::int64_t>(x[2]));
                 },
                 drawn(1e-6), {{0.5, 0, 1}, {1, 0, 100}, {0.75, 1, 99}, {1, 1, 3}});
    // Some 1/sqrt(correlation) terms.
    table.add<3>("correlated_jury::limit_accuracy", "competence from 1/2, correlation from 1e-3",
                 150, [&]<class R>(const std::array<R, 3>& x) { return of(x).limit_accuracy(); },
                 drawn(1e-3), {{0.5, 0, 1}, {0.75, 1, 1}, {1, 0.5, 1}});
}
