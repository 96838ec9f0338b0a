#pragma once

#include <orgscale/growth/discrete_bass.hpp>

#include "../accuracy_table.hpp"

inline void accuracy_of_discrete_bass(accuracy_table& table)
{
    using orgscale::discrete_bass;
    const auto law = []<class R>(const std::array<R, 3>& x) {
        return discrete_bass<R>{
            .innovation = x[0], .imitation = x[1], .potential = R(1000), .period = x[2]};
    };
    const auto drawn = [](random_numbers& draw) {
        const double p = draw.magnitude(1e-6, 0.45);
        return std::array{p, draw.one_in(4) ? 0.95 - p : draw.magnitude(1e-6, 0.5),
                          draw.one_in(3) ? 1 : draw.magnitude(1e-9, 1)};
    };
    // The steepness of artanh near 1: a rounding of δ(p+q) is enlarged, here up to 5 times.
    table.add<3>(
        "discrete_bass::continuous", "innovation, δ(p+q) up to 0.95", 8,
        [&]<class R>(const std::array<R, 3>& x) { return R(law(x).continuous().innovation); },
        drawn, {{1e-300, 0.5, 1}, {0.5, 0, 1e-300}});
    // Until the potential is near, at (p+q) t of up to ln 1e6 = 14, e^{(p+q) t} has the error of its
    // exponent, which has that of artanh.
    table.add<4>(
        "discrete_bass::at", "δ(p+q) up to 0.95, (p+q) t up to 40", 4 + 5 * 14,
        [&]<class R>(const std::array<R, 4>& x) {
            return law(std::array<R, 3>{x[0], x[1], x[2]}).at(x[3]);
        },
        [&](random_numbers& draw) {
            const auto x = drawn(draw);
            return std::array{x[0], x[1], x[2], draw.magnitude(1e-9, 40) / (x[0] + x[1])};
        },
        {{0.03, 0.38, 1, 0}, {0.03, 0.38, 1, 1e6}});
    // Where nearly nobody has adopted the denominator is 1 - δ(q-p), whose roundings are enlarged, here up
    // to 20 times.
    table.add<4>(
        "discrete_bass::two_periods_after", "δ(p+q) up to 0.95, 0 to the potential", 8 + 20,
        [&]<class R>(const std::array<R, 4>& x) {
            return law(std::array<R, 3>{x[0], x[1], x[2]}).two_periods_after(x[3]);
        },
        [&](random_numbers& draw) {
            const auto x = drawn(draw);
            return std::array{x[0], x[1], x[2],
                              draw.one_in(2) ? draw.magnitude(1e-9, 1000)
                                             : 1000 * (1 - draw.magnitude(1e-16, 1))};
        },
        {{0.03, 0.38, 1, 0}, {0.03, 0.38, 1, 1000}});
}
