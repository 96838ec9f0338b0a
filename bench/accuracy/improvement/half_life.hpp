#pragma once

#include <orgscale/improvement/half_life.hpp>

#include "../accuracy_table.hpp"

inline void accuracy_of_half_life(accuracy_table& table)
{
    using orgscale::half_life;
    const auto after = []<class R>(const std::array<R, 4>& x) {
        return half_life<R>{.halving_time = x[0], .minimum = x[1]}.after(x[2], x[3]);
    };
    const auto paces = [](random_numbers& draw, double longest) {
        const double h = draw.magnitude(1e-3, 1e3), level = draw.magnitude(1e-6, 1e6);
        return std::array{h,
                          level * (draw.one_in(2) ? draw.magnitude(1e-9, 1) : draw.between(0, 1)),
                          level, h * draw.magnitude(1e-9, longest)};
    };
    table.add<4>("half_life::after", "least level from 1e-9 of the level on, t/h up to 8", 4 + 11,
                 after, [&](random_numbers& draw) { return paces(draw, 8); },
                 {{1, 0, 5, 0}, {1e300, 0, 5, 1}, {1, 5, 5, 3}, {1, 0, 0, 3}});
    table.add<4>("half_life::after", "least level 0, t/h up to 100", 4 + 140, after,
                 [&](random_numbers& draw) {
                     auto x = paces(draw, 100);
                     x[1]   = 0;
                     return x;
                 });
    table.add<4>(
        "half_life::exposure", "least level up to the level, T/h up to 1e6", 6,
        []<class R>(const std::array<R, 4>& x) {
            return half_life<R>{.halving_time = x[0], .minimum = x[1]}.exposure(x[2], x[3]);
        },
        [&](random_numbers& draw) { return paces(draw, 1e6); },
        {{1, 0, 5, 0}, {1e300, 0, 5, 1}, {1, 0, 5, 1e300}});
    table.add<4>(
        "half_life::saved", "least level up to the level, T/h up to 1e6", 6,
        []<class R>(const std::array<R, 4>& x) {
            return half_life<R>{.halving_time = x[0], .minimum = x[1]}.saved(x[2], x[3]);
        },
        [&](random_numbers& draw) { return paces(draw, 1e6); },
        {{1, 0, 5, 0}, {1, 5, 5, 3}, {1, 0, 5, 1e300}});
    table.add<4>(
        "half_life::rate", "least level up to the level", 4,
        []<class R>(const std::array<R, 4>& x) {
            return half_life<R>{.halving_time = x[0], .minimum = x[1]}.rate(x[2]);
        },
        [&](random_numbers& draw) { return paces(draw, 1); }, {{1, 5, 5, 0}});
    table.add<2>(
        "half_life::of_cycle", "shares from 1e-300 to a rounding below 1", 4,
        []<class R>(const std::array<R, 2>& x) {
            return R(half_life<R>::of_cycle(x[0], x[1]).halving_time);
        },
        [](random_numbers& draw) {
            return std::array{draw.one_in(2) ? draw.magnitude(1e-300, 1)
                                             : 1 - draw.magnitude(1e-16, 1),
                              draw.magnitude(1e-3, 1e3)};
        },
        {{0, 1}, {0.5, 1}, {std::nextafter(1, 0), 1}});
    // Without a minimum, since differences from it would be rounded.
    table.add<3>(
        "half_life::fitted", "levels a rounding to 1e300 apart", 4,
        []<class R>(const std::array<R, 3>& x) {
            return R(half_life<R>::fitted(x[0], x[1], x[2])->halving_time);
        },
        [](random_numbers& draw) {
            const double level = draw.magnitude(1, 1e3);
            return std::array{level,
                              level * (draw.one_in(2) ? draw.magnitude(1e-300, 0.9)
                                                      : 1 - draw.magnitude(3e-16, 0.5)),
                              draw.magnitude(1e-3, 1e3)};
        });
    table.add<3>(
        "half_life::time_to", "levels a rounding to 1e300 apart", 4,
        []<class R>(const std::array<R, 3>& x) {
            return *half_life<R>{.halving_time = x[2]}.time_to(x[0], x[1]);
        },
        [](random_numbers& draw) {
            const double level = draw.magnitude(1, 1e3);
            return std::array{level,
                              level * (draw.one_in(2) ? draw.magnitude(1e-300, 0.9)
                                                      : 1 - draw.magnitude(3e-16, 0.5)),
                              draw.magnitude(1e-3, 1e3)};
        },
        {{3, 3, 1}});
}
