#pragma once

#include <cstddef>

#include <orgscale/queueing/jackson_network.hpp>

#include "../accuracy_table.hpp"

inline void accuracy_of_jackson_network(accuracy_table& table)
{
    // Three desks: the share that leaves from the last, two that go back, and a load.
    const auto of = []<class R>(const std::array<R, 4>& x) {
        using desk = typename orgscale::jackson_network<R>::desk;
        return orgscale::jackson_network<R>{
            .desks   = {desk{.arrivals = R(0.25), .service_time = x[3]},
                        desk{.arrivals = R(0.5), .service_time = x[3], .servers = R(2)},
                        desk{.service_time = x[3], .servers = R(4)}},
            .routing = {{R(0), R(0.5), R(0.5)}, {x[1], R(0.125), R(0.5)}, {x[2], x[0], R(0)}}};
    };
    // From the last desk 1 - x0 - x2 leaves: with x2 = 1/4, x0 down to 3/4 less 1e-12.
    const auto hardly = [](random_numbers& random) {
        return std::array{0.75 - random.magnitude(1e-12, 0.75), random.between(0, 0.375), 0.25,
                          1e-15};
    };
    // The share that leaves is exact; three eliminations of a few operations each, none a subtraction.
    for (std::size_t desk = 0; desk < 3; ++desk)
        table.add<4>("jackson_network::rates",
                     "three desks, of which 1e-12 to 0.75 leave from the last", 8,
                     [=]<class R>(const std::array<R, 4>& x) { return of(x).rates()[desk]; },
                     hardly, {{0.75 - 0x1p-40, 0.375, 0.25, 1e-15}, {0, 0, 0, 1e-15}});
    // At a utilization of one half a rounding of a rate is doubled.
    table.add<4>(
        "jackson_network::time", "three desks with up to half of their time taken", 24,
        [=]<class R>(const std::array<R, 4>& x) { return *of(x).time(); },
        [](random_numbers& random) {
            return std::array{random.between(0, 0.25), random.between(0, 0.25), 0.25,
                              random.magnitude(1e-6, 0.5)};
        },
        {{0, 0, 0, 1e-15}});
}
