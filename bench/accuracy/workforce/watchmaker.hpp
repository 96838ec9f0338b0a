#pragma once

#include <orgscale/workforce/watchmaker.hpp>

#include "../accuracy_table.hpp"

inline void accuracy_of_watchmaker(accuracy_table& table)
{
    using orgscale::watchmaker;
    const auto operations = []<class R>(const std::array<R, 2>& x) {
        return watchmaker<R>{.interruption = x[0]}.operations(x[1]);
    };
    table.add<2>("watchmaker::operations", "p from 1e-18 to 1/2, k p up to 1", 4, operations,
                 [](random_numbers& draw) {
                     const double p = draw.magnitude(1e-18, 0.5);
                     return std::array{p, draw.magnitude(1e-3, 1) / p};
                 },
                 {{0, 0}, {0, 1}, {0, 1e300}, {1e-300, 1e300}, {0.5, 0}});
    // An exponential of x = k ln(1/(1-p)), here up to 20. Its logarithm may be off by 1 ulp and the product by
    // a half: 30 ulp, and the other operations.
    table.add<2>("watchmaker::operations", "p from 1e-9 to 1 - 1e-9, (1-p)^-k up to e^20", 40,
                 operations,
                 [](random_numbers& draw) {
                     const double p = draw.one_in(2) ? draw.magnitude(1e-9, 0.5)
                                                     : 1 - draw.magnitude(1e-9, 0.5);
                     return std::array{p, draw.between(0, 20) / -std::log1p(-p)};
                 },
                 {{0.01, 1000}, {0.5, 1}});
    table.add<2>(
        "watchmaker::modular_operations", "p up to 1/16, a million pieces by 2 to 16", 6,
        []<class R>(const std::array<R, 2>& x) {
            return watchmaker<R>{.interruption = x[0]}.modular_operations(R(1e6), x[1]);
        },
        [](random_numbers& draw) {
            return std::array{draw.magnitude(1e-12, 0.0625), draw.between(2, 16)};
        },
        {{0, 10}, {0.01, 10}, {0.01, 2}});
}
