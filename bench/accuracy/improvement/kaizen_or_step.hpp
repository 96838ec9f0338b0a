#pragma once

#include <orgscale/improvement/kaizen_or_step.hpp>

#include "../accuracy_table.hpp"

inline void accuracy_of_kaizen_or_step(accuracy_table& table)
{
    using orgscale::kaizen_or_step;
    const auto firm = []<class R>(const R& h, const R& minimum, const R& step_level,
                                  const R& step_time) {
        return kaizen_or_step<R>{.kaizen     = {.halving_time = h, .minimum = minimum},
                                 .level      = R(100),
                                 .step_level = step_level,
                                 .step_time  = step_time};
    };
    table.add<4>(
        "kaizen_or_step::step_exposure", "horizons over decades, both sides of the step", 4,
        [&]<class R>(const std::array<R, 4>& x) {
            return firm(R(12), R(0), x[0], x[1]).step_exposure(x[2]);
        },
        [](random_numbers& draw) {
            return std::array{draw.between(0, 200), draw.magnitude(1e-3, 1e3),
                              draw.magnitude(1e-6, 1e6), 0.0};
        },
        {{20, 0, 5, 0}, {20, 6, 0, 0}, {20, 6, 6, 0}});
    // The difference of two nearly equal, rounded exposures. These steps gain at least half as much as
    // kaizen does in the end and are made within a fifth of its half-life, so the difference falls fast.
    const auto steps = [](random_numbers& draw) {
        const double h = draw.magnitude(1, 100), minimum = draw.between(0, 50);
        return std::array{h, minimum, minimum + (100 - minimum) * draw.between(0.05, 0.5),
                          h * draw.between(0.02, 0.2)};
    };
    table.add<4>("kaizen_or_step::step_ahead, from", "steps that come early and go far", 16,
                 [&]<class R>(const std::array<R, 4>& x) {
                     return firm(x[0], x[1], x[2], x[3]).step_ahead()->from;
                 },
                 steps, {{12, 0, 20, 0}, {12, 0, 0, 6}});
    // At the other end step and kaizen may differ in slope by as little as a twentieth.
    table.add<4>("kaizen_or_step::step_ahead, to", "steps that come early and go far", 80,
                 [&]<class R>(const std::array<R, 4>& x) {
                     return firm(x[0], x[1], x[2], x[3]).step_ahead()->to;
                 },
                 steps, {{12, 0, 20, 0}, {12, 0, 0, 6}});
}
