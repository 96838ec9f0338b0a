#pragma once

#include <orgscale/observation/dashboard.hpp>

#include "../accuracy_table.hpp"

inline void accuracy_of_dashboard(accuracy_table& table)
{
    using orgscale::dashboard;
    // signal_retention is layered_signal::retained.
    table.add<4>(
        "dashboard::reporting_delay", "all times from 1e-6 to 1e6, up to 30 layers", 4,
        []<class R>(const std::array<R, 4>& x) {
            return dashboard<R>{
                .reporting_interval = x[0], .delay_per_level = x[1], .smoothing = x[2]}
                .reporting_delay(x[3]);
        },
        [](random_numbers& draw) {
            return std::array{draw.magnitude(1e-6, 1e6), draw.magnitude(1e-6, 1e6),
                              draw.magnitude(1e-6, 1e6), draw.between(0, 30)};
        },
        {{1, 0, 0, 0}, {1, 0.25, 3, 4}, {1e-300, 0, 0, 1e300}});
    table.add<2>(
        "dashboard::signal_retention", "retention from 1e-9 on, up to 30 layers", 4,
        []<class R>(const std::array<R, 2>& x) {
            return dashboard<R>{.reporting_interval = R(1), .retention_per_level = x[0]}
                .signal_retention(x[1]);
        },
        [](random_numbers& draw) {
            return std::array{draw.magnitude(1e-9, 1), draw.between(0, 30)};
        },
        {{1, 7}, {0.5, 6}});
}
