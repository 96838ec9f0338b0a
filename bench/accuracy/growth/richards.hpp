#pragma once

#include <orgscale/growth/richards.hpp>

#include "../accuracy_table.hpp"

inline void accuracy_of_richards(accuracy_table& table)
{
    using orgscale::richards;
    const auto law = []<class R>(const R& shape) {
        return richards<R>{.growth_rate = R(0.5), .ceiling = R(1000), .shape = shape};
    };
    const auto after = [&]<class R>(const std::array<R, 3>& x) {
        return law(x[0]).after(x[1], x[2]);
    };
    // The exponent is at most ln(K/N)/2, and its roundings are errors of the result.
    table.add<3>(
        "richards::after",
        "shape 1e-12 to 100, start a hundredth of the ceiling to all of it, k t up to 50", 8, after,
        [](random_numbers& draw) {
            return std::array{draw.magnitude(1e-12, 100), draw.magnitude(10, 1e3),
                              draw.magnitude(1e-9, 100)};
        },
        {{2, 0, 5}, {2, 0, 1e4}, {2, 1000, 5}, {2, 123, 0}, {2, 123, 1e4}, {1e-280, 123, 5}});
    table.add<3>("richards::after", "the same from the ceiling to a hundred times it", 8, after,
                 [](random_numbers& draw) {
                     return std::array{draw.magnitude(1e-12, 100), draw.magnitude(1e3, 1e5),
                                       draw.magnitude(1e-9, 100)};
                 });
    table.add<3>("richards::after", "the same from 1e-300 of the ceiling", 2 + 2 * 690, after,
                 [](random_numbers& draw) {
                     return std::array{draw.magnitude(1e-12, 100), draw.magnitude(1e-297, 1e3),
                                       draw.magnitude(1e-9, 100)};
                 });
    const auto rate = [&]<class R>(const std::array<R, 2>& x) { return law(x[0]).rate(x[1]); };
    table.add<2>("richards::rate", "shape 1e-12 to 100, 1e-306 of the ceiling to it", 8, rate,
                 [](random_numbers& draw) {
                     return std::array{draw.magnitude(1e-12, 100),
                                       draw.one_in(3)   ? draw.magnitude(1e-303, 1e3)
                                       : draw.one_in(2) ? draw.between(0, 1000)
                                                        : 1000 * (1 - draw.magnitude(1e-16, 1))};
                 },
                 {{2, 0}, {2, 1000}, {2, std::nextafter(1000, 0)}, {1e-280, 123}});
    // (N/K)^ν has the error of its exponent, which is at most 46.
    table.add<2>("richards::rate", "shape 1e-12 to 10, the ceiling to a hundred times it", 8 + 46,
                 rate, [](random_numbers& draw) {
                     return std::array{draw.magnitude(1e-12, 10), draw.magnitude(1e3, 1e5)};
                 });
    // Where it is 0 a rounding of ln(K/N) is all of it: not within 10 percent of there.
    table.add<2>(
        "richards::inflection", "shape 1e-12 to 10, but for 10 percent around the turn", 30,
        [&]<class R>(const std::array<R, 2>& x) { return law(x[0]).inflection(x[1])->time; },
        [](random_numbers& draw) {
            const double shape = draw.magnitude(1e-12, 10);
            const double turn  = 1000 * std::exp(-std::log1p(shape) / shape);
            return std::array{shape, draw.one_in(3) ? draw.magnitude(1e-303, 0.9 * turn)
                                     : draw.one_in(2)
                                         ? draw.between(0.5, 0.9) * turn
                                         : 1000 - (1000 - turn) * draw.magnitude(1e-12, 0.9)};
        });
}
