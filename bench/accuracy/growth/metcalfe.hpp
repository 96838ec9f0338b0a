#pragma once

#include <orgscale/growth/metcalfe.hpp>

#include "../accuracy_table.hpp"

inline void accuracy_of_metcalfe(accuracy_table& table)
{
    using orgscale::metcalfe;
    const auto near_one_too = [](random_numbers& draw) {
        return draw.one_in(2) ? 1 + draw.magnitude(1e-15, 1) : draw.magnitude(1, 1e150);
    };
    table.add<2>(
        "metcalfe::value", "1 to 1e150 members, units of 1e-3 to 1e3", 4,
        []<class R>(const std::array<R, 2>& x) {
            return metcalfe<R>{.unit_value = x[1]}.value(x[0]);
        },
        [&](random_numbers& draw) {
            return std::array{near_one_too(draw), draw.magnitude(1e-3, 1e3)};
        },
        {{1, 1}, {2, 1}});
    table.add<1>(
        "metcalfe::log2_value", "all networks", 4,
        []<class R>(const std::array<R, 1>& x) { return metcalfe<R>{}.log2_value(x[0]); },
        [&](random_numbers& draw) { return std::array{near_one_too(draw)}; },
        {{1}, {2}, {2 - 4e-16}, {2 + 4e-16}, {1e308}});
    table.add<2>(
        "metcalfe::merger_gain", "all networks", 4,
        []<class R>(const std::array<R, 2>& x) { return metcalfe<R>{}.merger_gain(x[0], x[1]); },
        [](random_numbers& draw) {
            return std::array{draw.magnitude(1, 1e150), draw.magnitude(1, 1e150)};
        },
        {{1, 1}, {1e150, 1}});
    table.add<2>(
        "metcalfe::log2_merger_gain", "all networks", 4,
        []<class R>(const std::array<R, 2>& x) {
            return metcalfe<R>{}.log2_merger_gain(x[0], x[1]);
        },
        [](random_numbers& draw) {
            return std::array{draw.magnitude(1, 1e300), draw.magnitude(1, 1e300)};
        },
        {{1, 1}, {1 + 1e-15, 1}, {1e308, 1e308}});
    table.add<2>(
        "metcalfe::critical_mass", "costs of 1e-9 to 1e9 units", 4,
        []<class R>(const std::array<R, 2>& x) {
            return metcalfe<R>{.unit_value = x[0]}.critical_mass(x[1]);
        },
        [](random_numbers& draw) {
            return std::array{draw.magnitude(1e-6, 1e3), draw.magnitude(1e-3, 1e6)};
        },
        {{1, 0}});
}
