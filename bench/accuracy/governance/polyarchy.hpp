#pragma once

#include <cmath>
#include <cstdint>

#include <orgscale/governance/polyarchy.hpp>

#include "../accuracy_table.hpp"

inline void accuracy_of_polyarchy(accuracy_table& table)
{
    const auto of = []<class R>(const R& members) {
        return orgscale::polyarchy<R>{.members = static_cast<std::int64_t>(members)};
    };
    const auto drawn = [](random_numbers& draw) {
        return std::array{draw.one_in(2) ? draw.between(0, 1) : draw.magnitude(1e-300, 1),
                          std::floor(draw.magnitude(1, 100))};
    };
    // Where p is small, the rounding of 1 - p counts for each member: half a place times 100 members.
    table.add<2>("polyarchy::accepted", "any probability, up to 100 members", 60,
                 [&]<class R>(const std::array<R, 2>& x) { return of(x[1]).accepted(x[0]); }, drawn,
                 {{0, 1}, {1, 100}, {0.5, 100}});
    // 1 - p is rounded, and each squaring doubles the relative error.
    table.add<2>("polyarchy::rejected", "any probability, up to 100 members", 150,
                 [&]<class R>(const std::array<R, 2>& x) { return of(x[1]).rejected(x[0]); }, drawn,
                 {{0, 1}, {1, 100}, {0.5, 100}});
    table.add<2>("polyarchy::evaluations", "any probability, up to 100 members", 60,
                 [&]<class R>(const std::array<R, 2>& x) { return of(x[1]).evaluations(x[0]); },
                 drawn, {{0, 1}, {1, 100}, {0.5, 100}});
}
