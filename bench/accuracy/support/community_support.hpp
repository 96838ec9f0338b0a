#pragma once

#include <orgscale/support/community_support.hpp>

#include "../accuracy_table.hpp"

inline void accuracy_of_community_support(accuracy_table& table)
{
    using orgscale::community_support;
    // f, b, θ, ν, a, c, with ν a/(1-s) not within a tenth of 1, where the rest cancels.
    const auto service = []<class R>(const std::array<R, 6>& x) {
        return community_support<R>{
            .contacts_per_customer = R(1),
            .knowledge             = {.found = x[0], .problems = {.scale = R(8), .exponent = x[1]}},
            .community             = {.answering_rate = x[2], .window = R(72)}};
    };
    const auto services = [&](random_numbers& draw) {
        for (;;) {
            const std::array x{draw.between(0, 1),        draw.between(0.01, 1),
                               draw.magnitude(1e-9, 1e2), draw.magnitude(1e-3, 1e2),
                               draw.between(0, 1),        draw.magnitude(1e3, 1e12)};
            const double     s = service(x).settled(x[5]), most = x[3] * x[4] / (1 - s);
            if ((most < 0.9 || most > 1.1) && (s == 0 || s > 0.1)) return x;
        }
    };
    table.add<6>("community_support::self_service_ratio", "any, but shares near 0 and 1", 12,
                 [&]<class R>(const std::array<R, 6>& x) {
                     return service(x).self_service_ratio(x[3], x[4], x[5]);
                 },
                 services, {{1, 0.5, 0, 1, 1, 1e6}, {0, 0.5, 1, 2, 1, 1e6}, {1, 0.5, 1, 1, 0, 0}});
    // e^-x amplifies the roundings of x by x, tested up to 40.
    table.add<6>(
        "community_support::staff_share", "the same, a c θ w up to 40", 100,
        [&]<class R>(const std::array<R, 6>& x) { return service(x).staff_share(x[3], x[4], x[5]); },
        [&](random_numbers& draw) {
            auto x = services(draw);
            x[2]   = draw.magnitude(1e-9, 40) / (72 * x[5]);
            return x;
        },
        {{1, 0.5, 0, 1, 1, 1e6}, {0, 0.5, 0.01, 2, 1, 1}, {1, 0.5, 1, 1, 0, 0}});
    // A sum of two terms of the same sign; amplified by 1/(1 - x) <= 10 if capacity is the limit.
    table.add<6>("community_support::staff_share_elasticity", "the same", 30,
                 [&]<class R>(const std::array<R, 6>& x) {
                     return service(x).staff_share_elasticity(x[3], x[4], x[5]);
                 },
                 services, {{1, 0.5, 0, 1, 1, 1e6}, {1, 0.5, 1, 1, 0, 0}});
}
