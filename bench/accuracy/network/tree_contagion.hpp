#pragma once

#include <orgscale/network/tree_contagion.hpp>

#include "../accuracy_table.hpp"

inline void accuracy_of_tree_contagion(accuracy_table& table)
{
    const auto of = []<class R>(const std::array<R, 2>& x) {
        return orgscale::tree_contagion<R>{.branching = x[0], .levels = x[1]};
    };
    const auto any = [](random_numbers& draw) {
        return std::array{draw.magnitude(1, 1e3), 1 + draw.magnitude(1e-12, 1e6)};
    };
    table.add<2>("tree_contagion::largest_eigenvalue", "1 to 1000 reports, 1 to 1e6 levels", 6,
                 [=]<class R>(const std::array<R, 2>& x) { return of(x).largest_eigenvalue(); },
                 any, {{5, 1}, {1, 2}, {4, 1e300}});
    table.add<2>("tree_contagion::threshold", "the same", 6,
                 [=]<class R>(const std::array<R, 2>& x) { return of(x).threshold(); }, any,
                 {{5, 1}, {1, 2}});
}
