#pragma once

#include <orgscale/observation/periodic_report.hpp>

#include "../accuracy_table.hpp"

inline void accuracy_of_periodic_report(accuracy_table& table)
{
    using orgscale::periodic_report;
    table.add<2>(
        "periodic_report::mean_age, in periods", "1 + 1e-12 to 1e12 periods", 4,
        []<class R>(const std::array<R, 2>& x) {
            return periodic_report<R>{.interval = x[0]}.mean_age(x[1]);
        },
        [](random_numbers& draw) {
            return std::array{draw.magnitude(1e-12, 1e12), 1 + draw.magnitude(1e-12, 1e12)};
        },
        {{30, 1}, {1e-300, 30}, {1e300, 1e300}});
    table.add<1>(
        "periodic_report::mean_age", "any interval", 1,
        []<class R>(const std::array<R, 1>& x) {
            return periodic_report<R>{.interval = x[0]}.mean_age();
        },
        [](random_numbers& draw) { return std::array{draw.magnitude(1e-300, 1e300)}; }, {{30}});
}
