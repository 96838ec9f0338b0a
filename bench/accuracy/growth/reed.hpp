#pragma once

#include <orgscale/growth/reed.hpp>

#include "../accuracy_table.hpp"

inline void accuracy_of_reed(accuracy_table& table)
{
    using orgscale::reed;
    const auto few  = [](random_numbers& draw) { return std::array{1 + draw.magnitude(1e-15, 1)}; };
    const auto many = [](random_numbers& draw) {
        return std::array{2 + draw.magnitude(1e-15, 1020)};
    };
    const auto value = []<class R>(const std::array<R, 1>& x) { return reed<R>{}.value(x[0]); };
    const auto log2_value = []<class R>(const std::array<R, 1>& x) {
        return reed<R>{}.log2_value(x[0]);
    };
    // Near one member 2 (2^x - 1) and x leave 0.386 of the latter: 3.6 times a logarithm's, a product's
    // and an exponential's rounding.
    table.add<1>("reed::value", "from one member to two", 8, value, few, {{1}, {2}});
    table.add<1>("reed::value", "2 to 1022 members", 4, value, many, {{2}, {10}, {1023}});
    // The same for its logarithm.
    table.add<1>("reed::log2_value", "from one member to two", 6, log2_value, few, {{1}, {2}});
    table.add<1>("reed::log2_value", "from two members on", 4, log2_value, many,
                 {{2}, {2 + 1e-15}, {3}, {1e6}, {1e300}});
    table.add<1>("reed::log2_value", "from two members down", 6, log2_value,
                 [](random_numbers& draw) { return std::array{2 - draw.magnitude(1e-15, 1)}; });
    table.add<2>(
        "reed::merger_gain", "1 to 500 members each", 4,
        []<class R>(const std::array<R, 2>& x) { return reed<R>{}.merger_gain(x[0], x[1]); },
        [](random_numbers& draw) {
            return std::array{draw.magnitude(1, 500), draw.magnitude(1, 500)};
        },
        {{1, 1}, {1, 1000}});
    table.add<2>(
        "reed::log2_merger_gain", "all networks", 4,
        []<class R>(const std::array<R, 2>& x) { return reed<R>{}.log2_merger_gain(x[0], x[1]); },
        [](random_numbers& draw) {
            return std::array{1 + draw.magnitude(1e-15, 1e6), 1 + draw.magnitude(1e-15, 1e6)};
        },
        {{1, 1}, {1, 1e300}, {2, 2}});
}
