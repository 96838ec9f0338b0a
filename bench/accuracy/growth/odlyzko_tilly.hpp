#pragma once

#include <orgscale/growth/odlyzko_tilly.hpp>

#include "../accuracy_table.hpp"

inline void accuracy_of_odlyzko_tilly(accuracy_table& table)
{
    using orgscale::odlyzko_tilly;
    const auto any_two = [](random_numbers& draw) {
        return std::array{draw.magnitude(1, 1e300), draw.magnitude(1, 1e300)};
    };
    table.add<2>(
        "odlyzko_tilly::value", "all networks, units of 1e-3 to 1e3", 4,
        []<class R>(const std::array<R, 2>& x) {
            return odlyzko_tilly<R>{.unit_value = x[1]}.value(x[0]);
        },
        [](random_numbers& draw) {
            const double members = draw.one_in(2) ? 1 + draw.magnitude(1e-15, 1)
                                                  : draw.magnitude(1, 1e300);
            return std::array{members, draw.magnitude(1e-3, 1e3)};
        },
        {{1, 1}, {2, 1}});
    // Between one member and two it passes through 0, at 1.763, which is not a number of members. At two the
    // sum of ln n and ln ln n is a third of the latter.
    table.add<1>(
        "odlyzko_tilly::log2_value", "from two members on", 4,
        []<class R>(const std::array<R, 1>& x) { return odlyzko_tilly<R>{}.log2_value(x[0]); },
        [](random_numbers& draw) { return std::array{draw.magnitude(2, 1e300)}; },
        {{1}, {2}, {3}, {1e308}});
    table.add<2>("odlyzko_tilly::merger_gain", "all networks", 4,
                 []<class R>(const std::array<R, 2>& x) {
                     return odlyzko_tilly<R>{}.merger_gain(x[0], x[1]);
                 },
                 any_two, {{1, 1}, {1e300, 1}, {1, 1e300}});
    table.add<2>("odlyzko_tilly::log2_merger_gain", "all networks", 4,
                 []<class R>(const std::array<R, 2>& x) {
                     return odlyzko_tilly<R>{}.log2_merger_gain(x[0], x[1]);
                 },
                 any_two, {{1, 1}, {1e300, 1}, {1, 1e300}});
}
