#pragma once

#include <orgscale/improvement/eroding_standard.hpp>

#include "../accuracy_table.hpp"

inline void accuracy_of_eroding_standard(accuracy_table& table)
{
    const auto law = []<class R>(const R& cutting) {
        return orgscale::eroding_standard<R>{
            .erosion = {.corner_cutting = cutting, .falling_time = R(16), .rising_time = R(64)},
            .quality_churn = R(1)};
    };
    // Where the standard is at most a half, what it may rise by does not cancel.
    const auto spells = [](random_numbers& draw) {
        return std::array{draw.between(0, 0.9), draw.magnitude(1e-3, 0.5),
                          draw.one_in(2)
                              ? draw.magnitude(1e-3, 1e3)
                              : 1 + (draw.one_in(2) ? 1 : -0.5) * draw.magnitude(1e-15, 1)};
    };
    table.add<3>("eroding_standard::rate", "σ up to 1/2, p from 1e-3 to 1e3",
                 12, // p^-k, of a product of up to 7
                 [&]<class R>(const std::array<R, 3>& x) { return law(x[0]).rate(x[1], x[2]); },
                 spells, {{0, 0.5, 3}, {0.5, 0.5, 1}, {0.5, 0.25, 0}});
    table.add<3>("eroding_standard::quality", "σ up to 1/2, p from 1e-3 to 1e3", 4,
                 [&]<class R>(const std::array<R, 3>& x) { return law(x[0]).quality(x[1], x[2]); },
                 spells, {{0, 0.5, 3}, {0.5, 0.5, 1}, {0.5, 0.25, 0}});
    table.add<3>("eroding_standard::exertion", "p from 1e-3 to 1e3", 2,
                 [&]<class R>(const std::array<R, 3>& x) { return law(x[0]).exertion(x[2]); },
                 spells, {{0, 0.5, 3}, {0.5, 0.5, 1}, {0.5, 0.25, 0}});
}
