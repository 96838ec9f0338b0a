#pragma once

#include <orgscale/network/erdos_renyi.hpp>

#include "../accuracy_table.hpp"

inline void accuracy_of_erdos_renyi(accuracy_table& table)
{
    const auto of = []<class R>(const R& z) { return orgscale::erdos_renyi<R>{.mean_degree = z}; };
    const auto degrees = [](random_numbers& draw) {
        return std::array{draw.one_in(2) ? 1 + draw.magnitude(1e-15, 1) : draw.magnitude(1e-3, 1e3)};
    };
    // The mean degree less 1 is exact up to 2; a few roundings of x/(1 - e^-x), whose slope is 1/2 to 1.
    table.add<1>("erdos_renyi::giant_share", "mean degrees to 1e3, and from a rounding above 1", 12,
                 [=]<class R>(const std::array<R, 1>& x) { return of(x[0]).giant_share(); },
                 degrees, {{0}, {1}, {1 + 0x1p-52}, {2}, {1e300}});
    table.add<1>("erdos_renyi::mean_small_component", "the same", 24,
                 [=]<class R>(const std::array<R, 1>& x) { return of(x[0]).mean_small_component(); },
                 degrees, {{0}, {1 + 0x1p-52}, {1 - 0x1p-53}, {2}});
    table.add<1>("erdos_renyi::critical_loss", "the same", 2,
                 [=]<class R>(const std::array<R, 1>& x) { return of(x[0]).critical_loss(); },
                 degrees, {{0}, {1}, {1 + 0x1p-52}});
    // The exponent, up to 40, has its own rounding.
    table.add<2>(
        "erdos_renyi::connected_chance", "2 to 1e6 people, from ln N on", 48,
        [=]<class R>(const std::array<R, 2>& x) { return of(x[0]).connected_chance(x[1]); },
        [](random_numbers& draw) {
            const double people = draw.magnitude(2, 1e6);
            return std::array{std::log(people) * (draw.one_in(2) ? 1 : draw.between(1, 3)) +
                                  draw.between(0, 3),
                              people};
        });
}
