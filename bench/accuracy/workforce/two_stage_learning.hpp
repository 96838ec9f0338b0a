#pragma once

#include <orgscale/workforce/two_stage_learning.hpp>

#include "../accuracy_table.hpp"

inline void accuracy_of_two_stage_learning(accuracy_table& table)
{
    const auto costly = []<class R>(const R& time, const R& first, const R& second) {
        return orgscale::two_stage_learning<R>{.first_stage  = {.assimilation_time   = R(1),
                                                                .rookie_productivity = R(0),
                                                                .mentoring           = first},
                                               .second_stage = {.assimilation_time   = time,
                                                                .rookie_productivity = R(0),
                                                                .mentoring           = second}};
    };
    // At most half of the people learn and each takes at most half of a person, so nothing cancels.
    table.add<4>(
        "two_stage_learning::at_work", "up to half learn, taking up to half of a person", 6,
        [&]<class R>(const std::array<R, 4>& x) {
            return costly(R(1), x[2], x[3]).at_work(R(1), x[0], x[1]);
        },
        [](random_numbers& draw) {
            return std::array{draw.between(0, 0.25), draw.between(0, 0.25), draw.between(0, 0.5),
                              draw.between(0, 0.5)};
        },
        {{0, 0, 0, 0}, {0.25, 0.25, 0.5, 0.5}});
    table.add<3>(
        "two_stage_learning::mentoring_limit", "τ2/τ1 and costs over decades, nobody leaves", 6,
        [&]<class R>(const std::array<R, 3>& x) {
            return costly(x[0], x[1], x[2]).mentoring_limit(R(0));
        },
        [](random_numbers& draw) {
            return std::array{draw.magnitude(1e-6, 1e6), draw.magnitude(1e-3, 1e3),
                              draw.magnitude(1e-3, 1e3)};
        },
        {{1, 1, 0}, {1, 0, 1}});
    table.add<3>(
        "two_stage_learning::opening_juniors", "up to half are rookies, all times", 8,
        [&]<class R>(const std::array<R, 3>& x) {
            return costly(x[0], R(0), R(0)).opening_juniors(x[1], x[2]);
        },
        [](random_numbers& draw) {
            return std::array{draw.magnitude(1e-6, 1e6), draw.magnitude(1, 1e9),
                              draw.magnitude(1e-9, 1)};
        },
        {{1, 1, 0}});
}
