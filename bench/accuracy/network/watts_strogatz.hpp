#pragma once

#include <orgscale/network/watts_strogatz.hpp>

#include "../accuracy_table.hpp"

inline void accuracy_of_watts_strogatz(accuracy_table& table)
{
    const auto of = []<class R>(const std::array<R, 2>& x) {
        return orgscale::watts_strogatz<R>{.people = R(1000), .neighbours = x[0], .rewired = x[1]};
    };
    const auto any = [](random_numbers& draw) {
        return std::array{2 + draw.magnitude(1e-12, 997), draw.between(0, 1)};
    };
    table.add<2>("watts_strogatz::clustering", "2 to 999 neighbours of 1000 people, any rewiring",
                 6, [=]<class R>(const std::array<R, 2>& x) { return of(x).clustering(); }, any,
                 {{2, 0}, {999, 1}, {4, 0.5}});
    table.add<2>(
        "watts_strogatz::random_path_length", "the same", 3,
        [=]<class R>(const std::array<R, 2>& x) { return of(x).random_path_length(); }, any);
    table.add<2>(
        "watts_strogatz::far_links", "the same", 2,
        [=]<class R>(const std::array<R, 2>& x) { return of(x).far_links(); }, any);
}
