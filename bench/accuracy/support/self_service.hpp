#pragma once

#include <orgscale/support/self_service.hpp>

#include "../accuracy_table.hpp"

inline void accuracy_of_self_service(accuracy_table& table)
{
    using orgscale::self_service;
    const auto base = []<class R>(const std::array<R, 4>& x) {
        return self_service<R>{.found = x[0], .problems = {.scale = x[1], .exponent = x[2]}};
    };
    const auto bases = [](random_numbers& draw) {
        const double off = draw.magnitude(1e-12, 1);
        return std::array{draw.one_in(2) ? off : 1 - off / 2, draw.magnitude(1e-3, 1e3),
                          draw.between(0.01, 1), draw.magnitude(1e-3, 1e15)};
    };
    table.add<4>("self_service::unresolved", "any f, K and b, up to 1e15 contacts", 6,
                 [&]<class R>(const std::array<R, 4>& x) { return base(x).unresolved(x[3]); },
                 bases, {{0.5, 10, 0.5, 0}, {1, 10, 0.5, 1e300}, {0, 10, 0.5, 1e6}});
    // 1 - p is a difference: tested where it is nearly 1.
    table.add<4>(
        "self_service::share", "the same, a tenth or less new", 4,
        [&]<class R>(const std::array<R, 4>& x) { return base(x).share(x[3]); },
        [&](random_numbers& draw) {
            for (;;) {
                const auto x = bases(draw);
                if (base(x).problems.new_probability(x[3]) < 0.1) return x;
            }
        },
        {{0.5, 10, 0.5, 0}, {1, 10, 0.5, 1e300}, {0, 10, 0.5, 1e6}});
    table.add<4>(
        "self_service::unresolved_elasticity", "the same as unresolved", 8,
        [&]<class R>(const std::array<R, 4>& x) { return base(x).unresolved_elasticity(x[3]); },
        bases, {{0.5, 10, 0.5, 0}, {1, 10, 0.5, 1e300}, {0, 10, 0.5, 1e6}});
}
