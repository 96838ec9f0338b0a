#pragma once

#include <orgscale/observation/bullwhip.hpp>

#include "../accuracy_table.hpp"

inline void accuracy_of_bullwhip(accuracy_table& table)
{
    using orgscale::bullwhip;
    /// Lead time, correlation, and a third number, a gain or a number of periods.
    const auto shops = [](double largest) {
        return [largest](random_numbers& draw) {
            const double off  = draw.magnitude(1e-14, 1);
            const double size = draw.one_in(2) ? 1 - off / 2 : off / 2;
            return std::array{draw.magnitude(1e-6, 1e6), draw.one_in(2) ? size : -size,
                              draw.magnitude(1e-6, largest)};
        };
    };
    const auto shop = []<class R>(const std::array<R, 3>& x) {
        return bullwhip<R>{.lead_time = x[0], .correlation = x[1]};
    };
    for (const int periods : {1, 2, 5, 12, 1001})
        table.add<3>(
            "bullwhip::of_moving_average, " + std::to_string(periods) + " periods",
            "lead times 1e-6 to 1e6, correlations -1 + 1e-14 to 1 - 1e-14", 6,
            [&]<class R>(const std::array<R, 3>& x) { return shop(x).of_moving_average(periods); },
            shops(1), {{0, 0.5, 0}, {2, 0, 0}, {1e100, 1 - 1e-16, 0}, {2, -0.4, 0}});
    table.add<3>("bullwhip::of", "the same, gains from 1e-6 to 1", 8,
                 [&]<class R>(const std::array<R, 3>& x) { return shop(x).of({.gain = x[2]}); },
                 shops(1), {{0, 0.5, 1}, {2, 0, 0.2}, {1e100, 1 - 1e-16, 1e-6}, {4, 0, 0.3}});
}
