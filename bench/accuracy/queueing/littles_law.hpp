#pragma once

#include <orgscale/queueing/littles_law.hpp>

#include "../accuracy_table.hpp"

inline void accuracy_of_littles_law(accuracy_table& table)
{
    const auto draw = [](random_numbers& random) {
        return std::array{random.magnitude(1e-150, 1e150), random.magnitude(1e-150, 1e150)};
    };
    table.add<2>("littles_law::number", "1e-150 to 1e150", 1,
                 []<class R>(const std::array<R, 2>& x) {
                     return orgscale::littles_law<R>::number(x[0], x[1]);
                 },
                 draw, {{0, 1}, {1, 0}});
    table.add<2>("littles_law::time", "1e-150 to 1e150", 1,
                 []<class R>(const std::array<R, 2>& x) {
                     return orgscale::littles_law<R>::time(x[0], x[1]);
                 },
                 draw, {{0, 1}});
    table.add<2>("littles_law::arrival_rate", "1e-150 to 1e150", 1,
                 []<class R>(const std::array<R, 2>& x) {
                     return orgscale::littles_law<R>::arrival_rate(x[0], x[1]);
                 },
                 draw, {{0, 1}});
}
