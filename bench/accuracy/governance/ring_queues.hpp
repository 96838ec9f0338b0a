#pragma once

#include <cmath>

#include <orgscale/governance/ring_queues.hpp>

#include "../accuracy_table.hpp"

inline void accuracy_of_ring_queues(accuracy_table& table)
{
    using orgscale::ring_queues;
    constexpr ring_queues small{.nodes = 50}, largest{.nodes = 3'037'000'500};
    const auto            up_to = [](const auto& ring) { // down to the last numbers before ρ_c
        return [=](random_numbers& random) {
            const double congested = ring.critical_rate();
            const double left      = random.magnitude(1e-15, 1);
            return std::array{random.one_in(2) ? congested * left : congested * (1 - left)};
        };
    };
    table.add<1>("ring_queues::load", "50 nodes, from no rate to congestion", 4,
                 [=]<class R>(const std::array<R, 1>& x) { return small.load(x[0]); }, up_to(small),
                 {{0}, {1}});
    table.add<1>("ring_queues::load", "3037000500 nodes, from no rate to congestion", 4,
                 [=]<class R>(const std::array<R, 1>& x) { return largest.load(x[0]); },
                 up_to(largest), {{0}, {1}});
    table.add<1>("ring_queues::delay", "50 nodes, from no rate to congestion", 4,
                 [=]<class R>(const std::array<R, 1>& x) { return small.delay(x[0]); },
                 up_to(small), {{0}, {1}});
}
