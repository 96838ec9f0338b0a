#pragma once

#include <orgscale/workforce/brooks_law.hpp>
#include <orgscale/workforce/tabulated_overhead.hpp>

#include "../accuracy_table.hpp"

inline void accuracy_of_brooks_law(accuracy_table& table)
{
    using orgscale::brooks_law;
    using orgscale::tabulated_overhead;
    // Numbers of two digits, exact in both number types.
    const auto project = []<class R>(const R&) {
        return brooks_law<tabulated_overhead, R>{.nominal_productivity     = R(0.125),
                                                 .assimilation_time        = R(20),
                                                 .new_productivity         = R(0.75),
                                                 .experienced_productivity = R(1.25),
                                                 .training                 = R(0.25)};
    };
    const auto teams = [](random_numbers& draw) {
        return std::array{draw.one_in(4) ? 0 : draw.between(0, 20), draw.between(10, 30),
                          draw.magnitude(1e-9, 1000)};
    };
    table.add<3>("brooks_law::development_rate", "up to 20 new people to 10 to 30 experienced ones",
                 6,
                 [&]<class R>(const std::array<R, 3>& x) {
                     return project(x[0]).development_rate({R(0), x[0], x[1]});
                 },
                 teams, {{0, 20, 0}, {5, 20, 0}, {10, 20, 0}});
    table.add<3>("brooks_law::after, work done",
                 "the same, in 1e-9 to 1000 days of which 20 to learn", 6,
                 [&]<class R>(const std::array<R, 3>& x) {
                     return project(x[0]).after({R(0), x[0], x[1]}, x[2]).requirements;
                 },
                 teams, {{0, 20, 100}, {5, 20, 0}, {5, 20, 1e-300}});
    table.add<3>("brooks_law::after, experienced people", "the same", 4,
                 [&]<class R>(const std::array<R, 3>& x) {
                     return project(x[0]).after({R(0), x[0], x[1]}, x[2]).experienced_people;
                 },
                 teams, {{5, 20, 0}, {5, 0, 1e-9}});
    // e^-x amplifies the rounding of x by x, here up to 4.
    table.add<3>(
        "brooks_law::after, new people", "the same, up to 80 days", 4,
        [&]<class R>(const std::array<R, 3>& x) {
            return project(x[0]).after({R(0), x[0], x[1]}, x[2]).new_people;
        },
        [&](random_numbers& draw) {
            auto x = teams(draw);
            x[2]   = draw.magnitude(1e-9, 80);
            return x;
        },
        {{5, 20, 0}});
}
