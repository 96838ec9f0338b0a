#pragma once

#include <orgscale/network/tree_robustness.hpp>

#include "../accuracy_table.hpp"

inline void accuracy_of_tree_robustness(accuracy_table& table)
{
    const auto of = []<class R>(const std::array<R, 3>& x) {
        return orgscale::tree_robustness<R>{.branching = x[0], .levels = x[1]};
    };
    const auto any = [](random_numbers& draw) {
        return std::array{1 + draw.magnitude(1e-9, 100), draw.between(2, 10), draw.between(0, 1)};
    };
    // b^L with the rounding of L ln b, up to 46.
    table.add<3>("tree_robustness::people", "1 to 101 reports, 2 to 10 levels", 64,
                 [=]<class R>(const std::array<R, 3>& x) { return of(x).people(); }, any,
                 {{5, 1, 0}, {5, 6, 0}});
    table.add<3>(
        "tree_robustness::pairs_without_head", "2 to 101 reports, 3 to 10 levels", 64,
        [=]<class R>(const std::array<R, 3>& x) { return of(x).pairs_without_head(); },
        [](random_numbers& draw) {
            return std::array{draw.between(2, 101), draw.between(3, 10), 0.5};
        },
        {{5, 1, 0}, {5, 6, 0}});
    table.add<3>("tree_robustness::reached", "1 to 101 reports, 2 to 10 levels, any chance to stay",
                 64, [=]<class R>(const std::array<R, 3>& x) { return of(x).reached(x[2]); }, any,
                 {{5, 6, 0}, {5, 6, 1}, {5, 6, 0.2}, {5, 1000, 0.125}});
}
