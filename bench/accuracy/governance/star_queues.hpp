#pragma once

#include <cmath>

#include <orgscale/governance/star_queues.hpp>

#include "../accuracy_table.hpp"

inline void accuracy_of_star_queues(accuracy_table& table)
{
    using orgscale::star_queues;
    constexpr star_queues small{.nodes = 50}, largest{.nodes = 3'037'000'500};
    const auto            up_to = [](const auto& star) { // down to the last numbers before ρ_c
        return [=](random_numbers& random) {
            const double congested = star.critical_rate();
            const double left      = random.magnitude(1e-16, 1);
            return std::array{random.one_in(2) ? congested * left : congested * (1 - left)};
        };
    };
    const double last_small   = std::nextafter(small.critical_rate(), 0.0);
    const double last_largest = std::nextafter(largest.critical_rate(), 0.0);
    table.add<1>("star_queues::load", "50 nodes, from no rate to congestion", 4,
                 [=]<class R>(const std::array<R, 1>& x) { return small.load(x[0]); }, up_to(small),
                 {{0}, {last_small}, {1}});
    table.add<1>("star_queues::load", "3037000500 nodes, from no rate to congestion", 4,
                 [=]<class R>(const std::array<R, 1>& x) { return largest.load(x[0]); },
                 up_to(largest), {{0}, {last_largest}, {1}});
    table.add<1>("star_queues::delay", "50 nodes, from no rate to congestion", 4,
                 [=]<class R>(const std::array<R, 1>& x) { return small.delay(x[0]); },
                 up_to(small), {{0}, {last_small}, {1}});
}
