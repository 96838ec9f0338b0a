#pragma once

#include <orgscale/governance/talent_and_luck.hpp>

#include "../accuracy_table.hpp"

inline void accuracy_of_talent_and_luck(accuracy_table& table)
{
    const auto of = []<class R>(const R& talent, const R& events) {
        return orgscale::talent_and_luck<R>{.talent = talent, .event_probability = events};
    };
    const auto drawn = [](random_numbers& draw) {
        return std::array{draw.between(0, 1), draw.magnitude(1e-9, 1), draw.magnitude(1e-3, 100)};
    };
    // Up to 100 steps of ln(3/2) at most, whose roundings are multiplied by that logarithm of the mean.
    table.add<3>("talent_and_luck::mean", "up to 100 steps", 4 + 4 * 100,
                 [&]<class R>(const std::array<R, 3>& x) { return of(x[0], x[1]).mean(x[2]); },
                 drawn, {{0, 0, 80}, {1, 1, 80}, {0.5, 0.5, 0}});
    table.add<3>("talent_and_luck::doublings", "up to 100 steps", 4,
                 [&]<class R>(const std::array<R, 3>& x) { return of(x[0], x[1]).doublings(x[2]); },
                 drawn, {{0, 0, 80}, {1, 1, 80}});
    table.add<3>("talent_and_luck::growing_talent", "any probability", 2,
                 [&]<class R>(const std::array<R, 3>& x) { return of(x[0], x[1]).growing_talent(); },
                 drawn, {{0, 0, 80}, {1, 1, 80}});
    table.add<3>(
        "talent_and_luck::encounter", "up to 100 events", 4,
        []<class R>(const std::array<R, 3>& x) {
            return orgscale::talent_and_luck<R>::encounter(x[2], x[1]);
        },
        [](random_numbers& draw) {
            return std::array{0.5, draw.magnitude(1e-9, 0.99), draw.magnitude(1e-3, 100)};
        },
        {{0, 0, 80}});
}
