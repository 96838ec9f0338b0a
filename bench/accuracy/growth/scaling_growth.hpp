#pragma once

#include <orgscale/growth/scaling_growth.hpp>

#include "../accuracy_table.hpp"

inline void accuracy_of_scaling_growth(accuracy_table& table)
{
    const auto of = []<class R>(const std::array<R, 3>& x) {
        return orgscale::scaling_growth<R>{
            .output = R(1.5), .exponent = x[0], .upkeep = R(0.25), .cost = R(2)};
    };
    const auto below = [](random_numbers& draw) { // growing, from sizes well below the ceiling
        return std::array{draw.one_in(2) ? draw.between(0.5, 0.9) : 1 - draw.magnitude(1e-15, 0.1),
                          draw.magnitude(0.1, 4), draw.magnitude(1e-6, 20)};
    };
    // The logarithm of the growth has a few roundings, and is up to 13.
    table.add<3>("scaling_growth::after", "exponents 0.5 to 1, sizes 0.1 to 4, t up to 20", 64,
                 [=]<class R>(const std::array<R, 3>& x) { return of(x).after(x[1], x[2]); }, below,
                 {{1, 2, 3}, {0.75, 0, 3}, {0.75, 2, 0}});
    const auto above = [](random_numbers& draw) {
        return std::array{1 + draw.magnitude(1e-3, 1), draw.magnitude(1, 100), draw.between(0, 0.9)};
    };
    table.add<3>(
        "scaling_growth::singularity", "exponents 1.001 to 2, sizes 1 to 100", 24,
        [=]<class R>(const std::array<R, 3>& x) { return *of(x).singularity(x[1]); }, above);
    table.add<3>("scaling_growth::rate", "the same", 16,
                 [=]<class R>(const std::array<R, 3>& x) { return of(x).rate(x[1]); }, above,
                 {{1.5, 0, 0}});
}
