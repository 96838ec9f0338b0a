#pragma once

#include <orgscale/improvement/capability.hpp>

#include "../accuracy_table.hpp"

inline void accuracy_of_capability(accuracy_table& table)
{
    const auto law = []<class R>(const R& share, const R& yielding) {
        return orgscale::capability<R>{.improvement_share = share,
                                       .learning          = R(0.5),
                                       .erosion_time      = R(16),
                                       .yielding          = yielding};
    };
    // Capability from twice its steady state, 8 s, where what is gained and lost does not cancel.
    table.add<3>(
        "capability::rate", "K from 16 s, p from 1 to 1e3, w up to 1", 12,
        [&]<class R>(const std::array<R, 3>& x) { return law(x[0], x[1]).rate(R(16 * x[0]), x[2]); },
        [](random_numbers& draw) {
            return std::array{draw.magnitude(1e-3, 0.5), draw.between(0, 1), draw.magnitude(1, 1e3)};
        },
        {{0.25, 0, 1}, {0.25, 1, 1}, {0.25, 2, 0}});
    // Up to half of the time, so that what is left for work does not cancel.
    table.add<3>(
        "capability::exertion", "s up to 1/2, p from 1 to 1e3, w up to 1", 12,
        [&]<class R>(const std::array<R, 3>& x) { return law(x[0], x[1]).exertion(x[2]); },
        [](random_numbers& draw) {
            return std::array{draw.magnitude(1e-3, 0.5), draw.between(0, 1), draw.magnitude(1, 1e3)};
        },
        {{0.25, 0, 1}, {0.25, 1, 1}, {0.25, 2, 0}});
    // K* = 2, a load of up to half of it, and w - 1 from 1/2 on.
    table.add<2>(
        "capability::tips_below", "half of the steady output or less, w from 1.5 to 10", 12,
        [&]<class R>(const std::array<R, 2>& x) { return law(R(0.25), x[1]).tips_below(x[0]); },
        [](random_numbers& draw) {
            return std::array{draw.between(0.05, 0.75), draw.between(1.5, 10)};
        },
        {{0, 2}, {1, 0}});
}
