#pragma once

#include <orgscale/queueing/queue_demand.hpp>

#include "../accuracy_table.hpp"

inline void accuracy_of_queue_demand(accuracy_table& table)
{
    table.add<2>(
        "queue_demand::load", "rates and times 1e-9 to 1e9", 1,
        []<class R>(const std::array<R, 2>& x) {
            return orgscale::queue_demand<R>{.arrival_rate = x[0], .service_time = x[1]}.load();
        },
        [](random_numbers& draw) {
            return std::array{draw.magnitude(1e-9, 1e9), draw.magnitude(1e-9, 1e9)};
        });
}
