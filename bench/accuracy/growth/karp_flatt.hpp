#pragma once

#include <orgscale/growth/karp_flatt.hpp>

#include "../accuracy_table.hpp"

inline void accuracy_of_karp_flatt(accuracy_table& table)
{
    using orgscale::karp_flatt;
    table.add<2>(
        "karp_flatt::serial_fraction", "speed-ups of 1e-6 to all of 1 + 1e-12 to 1e12 units", 4,
        []<class R>(const std::array<R, 2>& x) {
            return karp_flatt<R>{.speed_up = x[0], .units = x[1]}.serial_fraction();
        },
        [](random_numbers& draw) {
            const double units = 1 + draw.magnitude(1e-12, 1e12);
            return std::array{draw.magnitude(1e-6, 1.1) * units, units};
        },
        {{2, 2}, {3, 2}, {1023.9999999999, 1024}, {1e-300, 1e300}, {1e300, 1e300}});
}
