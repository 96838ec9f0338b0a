#pragma once

#include <orgscale/improvement/reorganization.hpp>

#include "../accuracy_table.hpp"

inline void accuracy_of_reorganization(accuracy_table& table)
{
    using orgscale::reorganization;
    const auto productivity = []<class R>(const std::array<R, 5>& x) {
        return reorganization<R>{
            .dip = x[0], .recovery_time = x[1], .gain = x[2], .fading_time = x[3]}
            .productivity(x[4]);
    };
    table.add<5>("reorganization::productivity",
                 "dip up to 1/2, gain from 1e-6 to 1, times over decades", 6, productivity,
                 [](random_numbers& draw) {
                     const double r = draw.magnitude(0.01, 100);
                     return std::array{draw.between(0, 0.5), r, draw.magnitude(1e-6, 1),
                                       r * draw.magnitude(0.01, 1e3),
                                       r * draw.magnitude(1e-6, 1e6)};
                 },
                 {{0.5, 1, 0, 1, 0},
                  {0.5, 1, 3, 1, -1},
                  {0.5, 1, 3, 1e300, 1e6},
                  {std::nextafter(1, 0), 1, 3, 2, 0}});
    table.add<3>(
        "reorganization::defects", "no more after than before, t/f from 1e-9 to 1e6", 6,
        []<class R>(const std::array<R, 3>& x) {
            return reorganization<R>{
                .fading_time = R(8), .defects_before = x[0], .defects_after = x[1]}
                .defects(x[2]);
        },
        [](random_numbers& draw) {
            const double before = draw.magnitude(1e-9, 0.99);
            return std::array{before, before * draw.magnitude(1e-9, 1), draw.magnitude(1e-9, 1e6)};
        },
        {{0, 0, 3}, {0.5, 0.25, 0}, {0.5, 0.25, -1}, {0.5, 0, 1e300}});
    table.add<3>(
        "reorganization::defects", "up to twice as many after it, t/f from 1e-9 to 1e6", 6,
        []<class R>(const std::array<R, 3>& x) {
            return reorganization<R>{
                .fading_time = R(8), .defects_before = x[0], .defects_after = x[1]}
                .defects(x[2]);
        },
        [](random_numbers& draw) {
            const double before = draw.magnitude(1e-9, 0.49);
            return std::array{before, before * draw.between(1, 2), draw.magnitude(1e-9, 1e6)};
        });
}
