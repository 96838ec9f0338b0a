#pragma once

#include <orgscale/growth/gompertz.hpp>

#include "../accuracy_table.hpp"

inline void accuracy_of_gompertz(accuracy_table& table)
{
    using orgscale::gompertz;
    const auto law = []<class R>(const R&) {
        return gompertz<R>{.growth_rate = R(0.5), .ceiling = R(1000)};
    };
    const auto after = [&]<class R>(const std::array<R, 2>& x) {
        return law(x[0]).after(x[0], x[1]);
    };
    // The exponent is at most ln(K/N)/2, and its three roundings are errors of the result.
    table.add<2>("gompertz::after",
                 "start a hundredth to a hundred times the ceiling, k t up to 50", 6, after,
                 [](random_numbers& draw) {
                     return std::array{draw.magnitude(10, 1e5), draw.magnitude(1e-9, 100)};
                 },
                 {{0, 0}, {0, 5}, {0, 1e4}, {1000, 5}, {123, 0}, {123, 1e4}, {1e5, 1e4}});
    table.add<2>("gompertz::after", "start 1e-300 of the ceiling to it", 2 + 690, after,
                 [](random_numbers& draw) {
                     return std::array{draw.magnitude(1e-297, 1e3), draw.magnitude(1e-9, 100)};
                 });
    const auto rate = [&]<class R>(const std::array<R, 1>& x) { return law(x[0]).rate(x[0]); };
    table.add<1>("gompertz::rate", "1e-306 to 1e300 of the ceiling", 6, rate,
                 [](random_numbers& draw) {
                     return std::array{draw.one_in(2) ? draw.magnitude(1e-303, 1e303)
                                                      : draw.magnitude(1, 1e6)};
                 },
                 {{0}, {1000}, {std::nextafter(1000, 0)}, {std::nextafter(1000, 2000)}});
    table.add<1>("gompertz::rate", "to a rounding from the ceiling", 6, rate,
                 [](random_numbers& draw) {
                     const double off = draw.magnitude(1e-16, 1);
                     return std::array{1000 * (draw.one_in(2) ? 1 - off : 1 + off)};
                 });
    // At K/e, where it is 0, a rounding of ln(K/N) is all of it: not within 10 percent of there.
    table.add<1>(
        "gompertz::inflection", "1e-306 of the ceiling to it, but for 10 percent around K/e", 12,
        [&]<class R>(const std::array<R, 1>& x) { return law(x[0]).inflection(x[0])->time; },
        [](random_numbers& draw) {
            const double turn = 1000 / std::exp(1.0);
            return std::array{draw.one_in(3)   ? draw.magnitude(1e-303, 0.9 * turn)
                              : draw.one_in(2) ? draw.between(1.1 * turn, 1000)
                                               : 1000 * (1 - draw.magnitude(1e-16, 0.5))};
        });
}
