#pragma once

#include <orgscale/growth/gustafson.hpp>

#include "../accuracy_table.hpp"

inline void accuracy_of_gustafson(accuracy_table& table)
{
    using orgscale::gustafson;
    const auto any_fraction = [](random_numbers& draw) {
        const double small = draw.magnitude(1e-16, 0.5);
        return std::array{draw.magnitude(1, 1e300), draw.one_in(2) ? small : 1 - small};
    };
    table.add<2>("gustafson::speed_up", "1 to 1e300 units, all fractions", 4,
                 []<class R>(const std::array<R, 2>& x) {
                     return gustafson<R>{.serial_fraction = x[1]}.speed_up(x[0]);
                 },
                 any_fraction, {{1, 0.5}, {1e300, 0}, {1e300, 1}, {1 + 1e-15, 0.5}});
    table.add<2>("gustafson::of_that_work", "1 to 1e300 units, all fractions", 4,
                 []<class R>(const std::array<R, 2>& x) {
                     return R{
                         gustafson<R>{.serial_fraction = x[1]}.of_that_work(x[0]).serial_fraction};
                 },
                 any_fraction, {{1, 0.5}, {1e300, 0}, {1e300, 1}});
    table.add<2>(
        "gustafson::measured", "speed-ups of 1 to all of 1 + 1e-12 to 1e12 units", 4,
        []<class R>(const std::array<R, 2>& x) {
            return R{gustafson<R>::measured(x[0], x[1]).serial_fraction};
        },
        [](random_numbers& draw) {
            const double units = 1 + draw.magnitude(1e-12, 1e12);
            return std::array{draw.between(1, units), units};
        },
        {{1, 2}, {2, 2}, {1021, 1024}, {1023.9999999999, 1024}});
}
