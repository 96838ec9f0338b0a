#pragma once

#include <orgscale/support/heaps_law.hpp>

#include "../accuracy_table.hpp"

inline void accuracy_of_heaps_law(accuracy_table& table)
{
    using orgscale::heaps_law;
    const auto laws = [](random_numbers& draw) {
        return std::array{draw.magnitude(1e-6, 1e6),
                          draw.one_in(2) ? draw.magnitude(1e-6, 1) : 1 - draw.magnitude(1e-15, 1),
                          draw.magnitude(1e-3, 1e15)};
    };
    const auto law = []<class R>(const std::array<R, 3>& x) {
        return heaps_law<R>{.scale = x[0], .exponent = x[1]};
    };
    table.add<3>("heaps_law::distinct", "any K and b, up to 1e15 contacts", 4,
                 [&]<class R>(const std::array<R, 3>& x) { return law(x).distinct(x[2]); }, laws,
                 {{10, 0.5, 0}, {1, 1, 1e300}, {10, 0.5, 1e6}});
    table.add<3>("heaps_law::new_probability", "the same", 4,
                 [&]<class R>(const std::array<R, 3>& x) { return law(x).new_probability(x[2]); },
                 laws, {{10, 0.5, 0}, {10, 0.5, 1e-300}, {0.25, 1, 1e300}, {10, 0.5, 25}});
}
