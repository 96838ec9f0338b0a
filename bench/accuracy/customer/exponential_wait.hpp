#pragma once

#include <orgscale/customer/exponential_wait.hpp>

#include "../accuracy_table.hpp"

inline void accuracy_of_exponential_wait(accuracy_table& table)
{
    using orgscale::exponential_wait;
    table.add<3>(
        "exponential_wait::share_within", "all shares that wait, times over decades", 4,
        []<class R>(const std::array<R, 3>& x) {
            return exponential_wait<R>{.mean = x[0], .waiting = x[1]}.share_within(x[2]);
        },
        [](random_numbers& draw) {
            const double mean = draw.magnitude(1e-6, 1e6);
            return std::array{mean, draw.magnitude(1e-3, 1), mean * draw.magnitude(1e-9, 1e3)};
        },
        {{1, 1, 0}, {0, 1, 3}});
    // At most half of the customers who wait have not, so the logarithms don't cancel.
    table.add<3>(
        "exponential_wait::mean_for", "half or more wait, shares from 3/4", 8,
        []<class R>(const std::array<R, 3>& x) {
            return exponential_wait<R>::mean_for(x[0], x[1], x[2]);
        },
        [](random_numbers& draw) {
            return std::array{draw.between(0.75, 1), draw.magnitude(1e-6, 1e6),
                              draw.between(0.5, 1)};
        },
        {{0.5, 1, 1}, {1, 1, 1}});
}
