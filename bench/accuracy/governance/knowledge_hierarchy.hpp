#pragma once

#include <orgscale/governance/knowledge_hierarchy.hpp>

#include "../accuracy_table.hpp"

inline void accuracy_of_knowledge_hierarchy(accuracy_table& table)
{
    const auto firm = []<class R>(const R& learning, const R& help, const R& productivity) {
        return orgscale::knowledge_hierarchy<R>{.predictability     = R(1),
                                                .learning_cost      = learning,
                                                .communication_cost = help,
                                                .productivity       = productivity};
    };
    table.add<3>(
        "knowledge_hierarchy::without_manager", "cost, c/λ 1e-6 to 1e6, all 0 <= q < A", 4,
        [&]<class R>(const std::array<R, 3>& x) {
            return firm(x[0], R(0.25), x[1]).without_manager(x[2])->cost;
        },
        [](random_numbers& draw) {
            const double most = draw.magnitude(1e-3, 1e3), left = draw.magnitude(1e-15, 1);
            const double part = draw.one_in(2) ? left : 1 - left;
            return std::array{draw.magnitude(1e-6, 1e6), most, most * part};
        },
        {{1, 1, 0}, {1e6, 1, 1 - 0x1p-53}, {1e6, 1, 1e-300}});
    const auto drawn_team = [](random_numbers& draw) {
        const double help = draw.one_in(10) ? 1 : draw.magnitude(1e-3, 1);
        return std::array{draw.magnitude(1e-6, 1e6), help,
                          draw.magnitude(1e-6, 1e6) * draw.magnitude(1e-3, 1) / help};
    };
    table.add<3>("knowledge_hierarchy::with_manager",
                 "cost, c/λ 1e-6 to 1e6, all h, q/A 1e-9 to 1e9", 6,
                 [&]<class R>(const std::array<R, 3>& x) {
                     return firm(x[0], x[1], R(3)).with_manager(x[2])->cost;
                 },
                 drawn_team, {{1, 0.25, 0}, {1e6, 1, 1e-300}, {0.225, 0.26, 1e300}, {1e6, 1, 1}});
    table.add<3>("knowledge_hierarchy::with_manager",
                 "span, c/λ 1e-6 to 1e6, all h, q/A 1e-9 to 1e9", 4,
                 [&]<class R>(const std::array<R, 3>& x) {
                     return firm(x[0], x[1], R(3)).with_manager(x[2])->workers;
                 },
                 drawn_team, {{1, 0.25, 0}, {1e6, 1, 1e-300}, {0.225, 0.26, 1e300}, {1e6, 1, 1}});
    table.add<2>(
        "knowledge_hierarchy::unskilled_output", "c/λ 1e-6 to 1e6, all h", 4,
        [&]<class R>(const std::array<R, 2>& x) {
            return firm(x[0], x[1], R(3)).unskilled_output();
        },
        [](random_numbers& draw) {
            return std::array{draw.magnitude(1e-6, 1e6), 1 - draw.between(0, 1)};
        },
        {{1e6, 1}, {1e-6, 1}, {1e300, 1}, {1e-300, 0.5}});
    // Found where two costs meet that rise ever more alike the nearer h is to 1 and the larger c/λ: at the
    // end of this domain a rounding of theirs moves it by some twenty.
    table.add<2>(
        "knowledge_hierarchy::layer_threshold", "c/λ 1e-6 to 100, h up to 0.9", 32,
        [&]<class R>(const std::array<R, 2>& x) { return firm(x[0], x[1], R(3)).layer_threshold(); },
        [](random_numbers& draw) {
            return std::array{draw.magnitude(1e-6, 100), draw.magnitude(1e-3, 0.9)};
        },
        {{100, 0.9}, {1e-6, 1e-3}, {1e-300, 0.5}});
}
