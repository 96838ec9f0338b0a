#pragma once

#include <orgscale/governance/pyramid.hpp>

#include "../accuracy_table.hpp"

inline void accuracy_of_pyramid(accuracy_table& table)
{
    using orgscale::pyramid;
    const auto firm = []<class R>(const R& span) { return pyramid<R>{.span_of_control = span}; };

    const auto drawn = [](random_numbers& draw) {
        return std::array{1 + draw.magnitude(1e-15, 1e6), draw.magnitude(1, 1e300)};
    };
    table.add<2>("pyramid::levels", "span 1 + 1e-15 to 1e6, 1 to 1e308 people", 4,
                 [&]<class R>(const std::array<R, 2>& x) { return firm(x[0]).levels(x[1]); }, drawn,
                 {{7, 1}, {1 + 1e-15, 1e300}, {7, 1e308}, {2, 1 + 1e-15}});
    table.add<2>(
        "levels_below_head", "the same, and hardly more than one person", 4,
        []<class R>(const std::array<R, 2>& x) { return orgscale::levels_below_head(x[0], x[1]); },
        [](random_numbers& draw) {
            return std::array{1 + draw.magnitude(1e-15, 1e6), 1 + draw.magnitude(1e-15, 1e300)};
        },
        {{7, 1}, {1 + 1e-15, 1 + 1e-15}, {7, 1e308}});
    table.add<2>(
        "pyramid::people", "span 1 + 1e-15 to 1e6, none to 50 levels", 4,
        [&]<class R>(const std::array<R, 2>& x) { return firm(x[0]).people(x[1]); },
        [](random_numbers& draw) {
            return std::array{1 + draw.magnitude(1e-15, 1e6), draw.magnitude(1e-9, 50)};
        },
        {{7, 0}, {7, 1}, {7, 1e-300}, {1 + 1e-15, 50}, {1 + 1e-15, 1e16}, {2, 1000}});
    table.add<2>("pyramid::workers", "span 1 + 1e-15 to 1e6, 1 to 1e300 people", 4,
                 [&]<class R>(const std::array<R, 2>& x) { return firm(x[0]).workers(x[1]); },
                 drawn, {{7, 1}, {1 + 1e-15, 1e15}, {7, 1e308}});
    table.add<2>("pyramid::managers", "span 1 + 1e-15 to 1e6, 1 to 1e300 people", 4,
                 [&]<class R>(const std::array<R, 2>& x) { return firm(x[0]).managers(x[1]); },
                 drawn, {{7, 1}, {7, 1 + 1e-15}, {7, 1e308}});
}
