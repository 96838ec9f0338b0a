#pragma once

#include <orgscale/improvement/wright_curve.hpp>

#include "../accuracy_table.hpp"

inline void accuracy_of_wright_curve(accuracy_table& table)
{
    using orgscale::wright_curve;
    const auto curve = []<class R>(const R& rate) {
        return wright_curve<R>{.first_unit = R(1), .rate = rate};
    };
    const auto units = [](random_numbers& draw) {
        return std::array{draw.one_in(2) ? draw.between(0.51, 1) : 0.5 + draw.magnitude(1e-12, 0.5),
                          draw.magnitude(1, 1e9)};
    };
    // n^b amplifies the rounding of b by ln n, up to 21.
    table.add<2>("wright_curve::average", "rates from 1/2 to 1, up to a billion units", 4 + 42,
                 [&]<class R>(const std::array<R, 2>& x) { return curve(x[0]).average(x[1]); },
                 units, {{1, 1e300}, {0.8, 1}, {0.75, 2}});
    table.add<2>("wright_curve::total", "rates from 1/2 to 1, up to a billion units", 4 + 42,
                 [&]<class R>(const std::array<R, 2>& x) { return curve(x[0]).total(x[1]); }, units,
                 {{1, 1e300}, {0.8, 1}, {0.75, 2}});
    table.add<2>("wright_curve::unit", "rates from 1/2 to 1, up to a billion units", 4 + 42,
                 [&]<class R>(const std::array<R, 2>& x) { return curve(x[0]).unit(x[1]); }, units,
                 {{1, 1e300}, {0.8, 1}, {0.75, 2}, {0.75, 2e15}});
}
