#pragma once

#include <orgscale/queueing/garnett.hpp>

#include "../accuracy_table.hpp"

inline void accuracy_of_garnett(accuracy_table& table)
{
    // Margin, patience, load.
    const auto rule = []<class R>(const std::array<R, 3>& x) {
        return orgscale::garnett<R>{.margin = x[0], .service_time = R(1), .patience = x[1]};
    };
    const auto drawn = [](random_numbers& draw) {
        return std::array{draw.between(-5, 5), draw.magnitude(0.1, 10), draw.magnitude(100, 1e6)};
    };
    // e^{β²/2} and e^{b²/2}, of up to 125, cancel but for their roundings.
    table.add<3>("garnett::delay_probability", "β from -5 to 5, patience 0.1 to 10", 64,
                 [&]<class R>(const std::array<R, 3>& x) { return rule(x).delay_probability(); },
                 drawn, {{0, 1, 100}, {-5, 10, 100}, {5, 10, 100}, {5, 0.1, 100}});
    table.add<3>(
        "garnett::abandonment_of_delayed", "the same, load 100 to 1e6", 48,
        [&]<class R>(const std::array<R, 3>& x) { return rule(x).abandonment_of_delayed(x[2]); },
        drawn, {{0, 1, 100}, {-5, 10, 1e6}, {5, 10, 100}, {5, 0.1, 100}});
    table.add<3>("garnett::abandonment", "the same, load 100 to 1e6", 64,
                 [&]<class R>(const std::array<R, 3>& x) { return rule(x).abandonment(x[2]); },
                 drawn, {{0, 1, 100}, {-5, 10, 1e6}, {5, 10, 100}, {5, 0.1, 100}});
}
