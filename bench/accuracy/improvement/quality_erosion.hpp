#pragma once

#include <orgscale/improvement/quality_erosion.hpp>

#include "../accuracy_table.hpp"

inline void accuracy_of_quality_erosion(accuracy_table& table)
{
    using orgscale::quality_erosion;
    const auto law = []<class R>(const R& cutting) {
        return quality_erosion<R>{
            .corner_cutting = cutting, .falling_time = R(16), .rising_time = R(64)};
    };
    // The exponential amplifies the roundings of its argument, up to ln 1000 = 7.
    const auto spells = [](random_numbers& draw) {
        return std::array{draw.one_in(2) ? draw.magnitude(1e-9, 1) : draw.between(0, 1),
                          draw.one_in(2)
                              ? draw.magnitude(1e-3, 1e3)
                              : 1 + (draw.one_in(2) ? 1 : -0.5) * draw.magnitude(1e-15, 1),
                          draw.magnitude(1e-6, 1e5)};
    };
    table.add<3>("quality_erosion::after", "all k, p from 1e-3 to 1e3, times over decades", 4 + 28,
                 [&]<class R>(const std::array<R, 3>& x) { return law(x[0]).after(x[1], x[2]); },
                 spells, {{0, 3, 5}, {0.5, 1, 5}, {0.5, 3, 0}, {1, 3, 1e9}, {1, 0.25, 1e9}});
    table.add<3>(
        "quality_erosion::lost", "all k, p from 1 to 1e3, times over decades", 8,
        [&]<class R>(const std::array<R, 3>& x) { return law(x[0]).lost(x[1], x[2]); },
        [&](random_numbers& draw) {
            auto x = spells(draw);
            if (x[1] < 1) x[1] = 1 / x[1];
            return x;
        },
        {{0, 3, 5}, {0.5, 1, 5}, {0.5, 3, 0}, {1, 3, 1e9}});
    table.add<3>("quality_erosion::rate", "all k, p from 1e-3 to 1e3",
                 12, // p^-k, of a product of up to 7
                 [&]<class R>(const std::array<R, 3>& x) { return law(x[0]).rate(x[1]); }, spells,
                 {{0, 3, 0}, {0.5, 1, 0}, {1, 1e300, 0}});
    table.add<3>(
        "quality_erosion::updated", "all k, p from 1e-3 to 1e3, times over decades", 6,
        [&]<class R>(const std::array<R, 3>& x) { return law(x[0]).updated(R(1), x[1], x[2]); },
        spells, {{0, 3, 5}, {0.5, 1, 5}, {0.5, 3, 0}, {1, 3, 1e9}});
    table.add<2>(
        "quality_erosion::time_per_order", "all k, p from 1e-3 to 1e3", 4,
        [&]<class R>(const std::array<R, 2>& x) { return law(x[0]).time_per_order(R(3), x[1]); },
        [&](random_numbers& draw) {
            return std::array{draw.between(0, 1), draw.magnitude(1e-3, 1e3)};
        },
        {{0, 3}, {1, 1e300}});
}
