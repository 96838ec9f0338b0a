#pragma once

#include <orgscale/growth/amdahl.hpp>

#include "../accuracy_table.hpp"

inline void accuracy_of_amdahl(accuracy_table& table)
{
    using orgscale::amdahl;
    table.add<2>(
        "amdahl::speed_up", "1 to 1e300 units, all fractions", 4,
        []<class R>(const std::array<R, 2>& x) {
            return amdahl<R>{.serial_fraction = x[1]}.speed_up(x[0]);
        },
        [](random_numbers& draw) {
            return std::array{draw.magnitude(1, 1e300), draw.magnitude(1e-300, 1)};
        },
        {{1, 0.5}, {1e300, 0}, {1e300, 1}, {1 + 1e-15, 0.5}});
    table.add<1>(
        "amdahl::limit", "all fractions", 4,
        []<class R>(const std::array<R, 1>& x) {
            return amdahl<R>{.serial_fraction = x[0]}.limit();
        },
        [](random_numbers& draw) { return std::array{draw.magnitude(1e-300, 1)}; }, {{0}, {1}});
}
