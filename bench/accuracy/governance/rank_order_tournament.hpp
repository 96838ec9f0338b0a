#pragma once

#include <orgscale/governance/rank_order_tournament.hpp>

#include "../accuracy_table.hpp"

inline void accuracy_of_rank_order_tournament(accuracy_table& table)
{
    const auto of = []<class R>(const R& noise, const R& value) {
        return orgscale::rank_order_tournament<R>{
            .noise = noise, .value = value, .effort_cost = R(2)};
    };
    const auto drawn = [](random_numbers& draw) {
        return std::array{draw.magnitude(1e-3, 1e3), draw.magnitude(1e-3, 1e3)};
    };
    table.add<2>("rank_order_tournament::effort", "noise and spread 1e-3 to 1e3", 4,
                 [&]<class R>(const std::array<R, 2>& x) { return of(x[0], R(3)).effort(x[1]); },
                 drawn, {{1, 0}});
    table.add<2>(
        "rank_order_tournament::efficient_spread", "noise and value 1e-3 to 1e3", 4,
        [&]<class R>(const std::array<R, 2>& x) { return of(x[0], x[1]).efficient_spread(); },
        drawn);
    table.add<2>(
        "rank_order_tournament::least_noise", "noise and value 1e-3 to 1e3", 4,
        [&]<class R>(const std::array<R, 2>& x) { return of(x[0], x[1]).least_noise(); }, drawn);
    table.add<2>(
        "rank_order_tournament::winner_prize", "noise and value 1e-3 to 1e3", 6,
        [&]<class R>(const std::array<R, 2>& x) { return of(x[0], x[1]).winner_prize(); }, drawn);
    // 1 + erf, from equal efforts on.
    table.add<2>(
        "rank_order_tournament::win_probability", "the same effort or more", 8,
        [&]<class R>(const std::array<R, 2>& x) { return of(x[0], R(3)).win_probability(x[1]); },
        drawn, {{1, 0}, {1, 100}});
}
