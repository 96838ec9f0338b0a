#pragma once

#include <cmath>
#include <cstdint>

#include <orgscale/governance/approval_chain.hpp>

#include "../accuracy_table.hpp"

inline void accuracy_of_approval_chain(accuracy_table& table)
{
    // Each squaring doubles the relative error: n roundings at most.
    const auto of = []<class R>(const R& members) {
        return orgscale::approval_chain<R>{.members = static_cast<std::int64_t>(members)};
    };
    const auto drawn = [](random_numbers& draw) {
        return std::array{draw.between(0, 1), std::floor(draw.magnitude(1, 100))};
    };
    table.add<2>("approval_chain::accepted", "any probability, up to 100 members", 100,
                 [&]<class R>(const std::array<R, 2>& x) { return of(x[1]).accepted(x[0]); }, drawn,
                 {{0, 1}, {1, 100}, {0.5, 100}});
    table.add<2>("approval_chain::rejected", "any probability, up to 100 members", 16,
                 [&]<class R>(const std::array<R, 2>& x) { return of(x[1]).rejected(x[0]); }, drawn,
                 {{0, 1}, {1, 100}, {0.5, 100}});
    table.add<2>("approval_chain::evaluations", "any probability, up to 100 members", 16,
                 [&]<class R>(const std::array<R, 2>& x) { return of(x[1]).evaluations(x[0]); },
                 drawn, {{0, 1}, {1, 100}, {0.5, 100}});
}
