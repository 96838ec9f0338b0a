#pragma once

#include <cmath>

#include <orgscale/governance/tree_queues.hpp>

#include "../accuracy_table.hpp"

inline void accuracy_of_tree_queues(accuracy_table& table)
{
    using orgscale::tree_queues;
    constexpr tree_queues small{.branching = 3, .levels = 4}, largest{.branching = 2, .levels = 31};
    const auto            up_to = [](const auto& tree) { // down to the last numbers before ρ_c
        return [=](random_numbers& random) {
            const double congested = tree.critical_rate();
            const double left      = random.magnitude(1e-15, 1);
            return std::array{random.one_in(2) ? congested * left : congested * (1 - left)};
        };
    };
    table.add<1>("tree_queues::load", "40 nodes of span 3, from no rate to congestion", 4,
                 [=]<class R>(const std::array<R, 1>& x) { return small.load(x[0]); }, up_to(small),
                 {{0}, {1}});
    // A sum over 31 levels.
    table.add<1>("tree_queues::load", "31 levels of span 2, from no rate to congestion", 8,
                 [=]<class R>(const std::array<R, 1>& x) { return largest.load(x[0]); },
                 up_to(largest), {{0}, {1}});
    table.add<1>("tree_queues::delay", "40 nodes of span 3, from no rate to congestion", 4,
                 [=]<class R>(const std::array<R, 1>& x) { return small.delay(x[0]); },
                 up_to(small), {{0}, {1}});
}
