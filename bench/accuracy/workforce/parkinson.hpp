#pragma once

#include <orgscale/workforce/parkinson.hpp>

#include "../accuracy_table.hpp"

inline void accuracy_of_parkinson(accuracy_table& table)
{
    using orgscale::parkinson;
    table.add<4>(
        "parkinson::new_staff", "k up to 1e3, l up to 100, m up to 50, n from 1e-3 to 1e6", 4,
        []<class R>(const std::array<R, 4>& x) {
            return parkinson<R>{
                .promotion_seekers = x[0], .career = x[1], .minutes = x[2], .units = x[3]}
                .new_staff();
        },
        [](random_numbers& draw) {
            return std::array{draw.magnitude(1e-3, 1e3), draw.between(0, 100), draw.between(0, 50),
                              draw.magnitude(1e-3, 1e6)};
        },
        {{0, 30, 2, 10}, {0, 30, 0, 10}, {1, 0, 1e6, 1}});
    table.add<3>(
        "parkinson::compound_growth", "last/first from 1e-9 to 1e9, 1 to 1000 years", 6,
        []<class R>(const std::array<R, 3>& x) {
            return parkinson<R>::compound_growth(x[0], x[1], x[2]);
        },
        [](random_numbers& draw) {
            const double first = draw.magnitude(1, 1e6);
            const double near  = draw.magnitude(1e-15, 1);
            return std::array{first,
                              draw.one_in(2) ? first * draw.magnitude(1e-9, 1e9)
                                             : first * (draw.one_in(2) ? 1 + near : 1 - near / 2),
                              draw.between(1, 1000)};
        },
        {{1, 1, 1}, {1, 2, 1}, {2, 1, 1}, {2000, 3569, 14}});
}
