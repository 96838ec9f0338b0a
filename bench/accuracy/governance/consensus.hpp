#pragma once

#include <cmath>
#include <cstdint>

#include <orgscale/governance/consensus.hpp>

#include "../accuracy_table.hpp"

inline void accuracy_of_consensus(accuracy_table& table)
{
    const auto of = []<class R>(const std::array<R, 3>& x) {
        return orgscale::consensus<R>{.members = static_cast<std::int64_t>(x[1]),
                                      .votes   = static_cast<std::int64_t>(x[2])};
    };
    const auto drawn = [](random_numbers& draw) {
        const double members = std::floor(draw.magnitude(1, 100));
        return std::array{draw.one_in(2) ? draw.between(0, 1) : draw.magnitude(1e-2, 1), members,
                          1 + std::floor(draw.between(0, members))};
    };
    // The ratio of neighbouring terms has three roundings, 1 - p one, and a tail may be n terms away from the
    // most likely number of votes.
    table.add<3>("consensus::accepted", "probabilities from 0.01, up to 100 members", 250,
                 [&]<class R>(const std::array<R, 3>& x) { return of(x).accepted(x[0]); }, drawn,
                 {{0, 1, 1}, {1, 100, 100}, {0.5, 100, 50}});
    table.add<3>("consensus::rejected", "probabilities from 0.01, up to 100 members", 250,
                 [&]<class R>(const std::array<R, 3>& x) { return of(x).rejected(x[0]); }, drawn,
                 {{0, 1, 1}, {1, 100, 100}, {0.5, 100, 50}});
    table.add<3>("consensus::evaluations", "probabilities from 0.01, up to 100 members", 100,
                 [&]<class R>(const std::array<R, 3>& x) { return of(x).evaluations(x[0]); }, drawn,
                 {{0, 1, 1}, {1, 100, 100}, {0.5, 100, 50}});
}
