#pragma once

#include <orgscale/governance/project_portfolio.hpp>

#include "../accuracy_table.hpp"

inline void accuracy_of_project_portfolio(accuracy_table& table)
{
    // The share of good projects, p1 and p2; shares of the bad ones such that losses are at most half of the
    // gains, which doubles the roundings.
    const auto of = []<class R>(const std::array<R, 3>& x) {
        return orgscale::project_portfolio<R>{.good_share   = x[0],
                                              .gain         = R(3),
                                              .loss         = R(1.5),
                                              .accepts_good = x[1],
                                              .accepts_bad  = x[2]};
    };
    const auto drawn = [](random_numbers& draw) {
        const double good = draw.between(0.5, 1);
        return std::array{draw.between(0.5, 1), good, draw.between(0, good)};
    };
    table.add<3>("project_portfolio::payoff", "losses up to half of the gains", 8,
                 [&]<class R>(const std::array<R, 3>& x) { return of(x).payoff(x[1], x[2]); },
                 drawn, {{1, 1, 0}, {0.5, 1, 1}});
    table.add<3>("project_portfolio::value_share", "losses up to half of the gains", 8,
                 [&]<class R>(const std::array<R, 3>& x) { return of(x).value_share(x[1], x[2]); },
                 drawn, {{1, 1, 0}, {0.5, 1, 1}});
    // Two terms of either sign: of those drawn, the loss is at most half of the gain.
    table.add<3>(
        "project_portfolio::polyarchy_gain", "losses up to half of the gains", 12,
        [&]<class R>(const std::array<R, 3>& x) { return of(x).polyarchy_gain(); },
        [&](random_numbers& draw) {
            for (;;) {
                const auto x = drawn(draw);
                if (x[0] * 3 * x[1] * (1 - x[1]) > (1 - x[0]) * 3 * x[2] * (1 - x[2])) return x;
            }
        },
        {{1, 0.5, 0}});
}
