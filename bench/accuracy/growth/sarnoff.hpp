#pragma once

#include <orgscale/growth/sarnoff.hpp>

#include "../accuracy_table.hpp"

inline void accuracy_of_sarnoff(accuracy_table& table)
{
    using orgscale::sarnoff;
    table.add<2>(
        "sarnoff::value", "all networks, units of 1e-3 to 1e3", 4,
        []<class R>(const std::array<R, 2>& x) {
            return sarnoff<R>{.unit_value = x[1]}.value(x[0]);
        },
        [](random_numbers& draw) {
            return std::array{draw.magnitude(1, 1e300), draw.magnitude(1e-3, 1e3)};
        },
        {{0, 1}, {1, 1}});
    table.add<1>(
        "sarnoff::log2_value", "all networks", 4,
        []<class R>(const std::array<R, 1>& x) { return sarnoff<R>{}.log2_value(x[0]); },
        [](random_numbers& draw) { return std::array{draw.magnitude(1, 1e300)}; },
        {{0}, {1}, {1 + 1e-15}});
}
