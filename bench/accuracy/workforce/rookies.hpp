#pragma once

#include <orgscale/workforce/rookies.hpp>

#include "../accuracy_table.hpp"

inline void accuracy_of_rookies(accuracy_table& table)
{
    using orgscale::rookies;
    // At most half of the people are rookies and each takes at most half of a person, so nothing cancels.
    table.add<4>(
        "rookies::at_work", "up to half rookies, who take up to half of a person's time", 4,
        []<class R>(const std::array<R, 4>& x) {
            return rookies<R>{
                .assimilation_time = R(1), .rookie_productivity = x[2], .mentoring = x[3]}
                .at_work(x[0], x[1]);
        },
        [](random_numbers& draw) {
            const double people = draw.magnitude(1, 1e9);
            return std::array{people, people * draw.between(0, 0.5), draw.between(0, 1),
                              draw.between(0, 0.5)};
        },
        {{1, 0, 0, 0}, {8, 4, 1, 0.5}});
    table.add<3>(
        "rookies::opening", "all rates", 3,
        []<class R>(const std::array<R, 3>& x) {
            return rookies<R>{.assimilation_time = x[0]}.opening(x[1], x[2]);
        },
        [](random_numbers& draw) {
            return std::array{draw.magnitude(1e-6, 1e6), draw.magnitude(1, 1e9),
                              draw.magnitude(1e-9, 1e3)};
        },
        {{1, 1, 0}});
    // Mentoring of at least 2 people, and a limit at least twice what attrition takes from it.
    table.add<3>(
        "rookies::mentoring_limit", "2 or more mentors, attrition up to half of the limit", 6,
        []<class R>(const std::array<R, 3>& x) {
            return rookies<R>{
                .assimilation_time = x[0], .rookie_productivity = R(0.5), .mentoring = x[1]}
                .mentoring_limit(R(x[2] / (x[0] * x[1])));
        },
        [](random_numbers& draw) {
            return std::array{draw.magnitude(1e-3, 1e3), draw.magnitude(2, 1e3),
                              draw.between(0, 0.5)};
        },
        {{1, 2, 0}});
    table.add<2>(
        "rookies::slower_for", "mentoring from 1 to 1e6", 4,
        []<class R>(const std::array<R, 2>& x) {
            return rookies<R>{
                .assimilation_time = x[0], .rookie_productivity = R(0.5), .mentoring = x[1]}
                .slower_for();
        },
        [](random_numbers& draw) {
            return std::array{draw.magnitude(1e-3, 1e3), draw.magnitude(1, 1e6)};
        },
        {{1, 0.5}, {1, 0}});
}
