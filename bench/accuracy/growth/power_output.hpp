#pragma once

#include <orgscale/growth/power_output.hpp>

#include "../accuracy_table.hpp"

inline void accuracy_of_power_output(accuracy_table& table)
{
    using orgscale::power_output;
    table.add<2>(
        "power_output::speed_up", "1 to 1e60 people, exponents up to 5", 4,
        []<class R>(const std::array<R, 2>& x) {
            return power_output<R>{.exponent = x[1]}.speed_up(x[0]);
        },
        [](random_numbers& draw) {
            return std::array{draw.magnitude(1, 1e60), draw.magnitude(1e-9, 5)};
        },
        {{1, 1e300}, {1e300, 1}, {1 + 1e-15, 2}});
    table.add<1>(
        "power_output::doubling_factor", "exponents of 1e-9 to 1000", 4,
        []<class R>(const std::array<R, 1>& x) {
            return power_output<R>{.exponent = x[0]}.doubling_factor();
        },
        [](random_numbers& draw) { return std::array{draw.magnitude(1e-9, 1000)}; }, {{1}, {1023}});
}
