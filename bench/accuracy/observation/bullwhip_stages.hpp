#pragma once

#include <orgscale/observation/bullwhip_stages.hpp>

#include "../accuracy_table.hpp"

inline void accuracy_of_bullwhip_stages(accuracy_table& table)
{
    using orgscale::bullwhip_stages;
    const auto chains = [](random_numbers& draw) {
        return std::array{draw.magnitude(1e-6, 100), draw.between(0, 10)};
    };
    const auto chain = []<class R>(const std::array<R, 2>& x) {
        return bullwhip_stages<R>{.lead_time = x[0], .stages = x[1]};
    };
    table.add<2>("bullwhip_stages::shared", "lead times 1e-6 to 100, up to 10 stages", 4,
                 [&]<class R>(const std::array<R, 2>& x) { return chain(x).shared(6); }, chains,
                 {{0, 3}, {2, 0}, {2, 3}});
    // A power up to 10 amplifies a few roundings.
    table.add<2>("bullwhip_stages::not_shared", "the same", 30,
                 [&]<class R>(const std::array<R, 2>& x) { return chain(x).not_shared(6); }, chains,
                 {{0, 3}, {2, 0}, {2, 3}});
}
