#pragma once

#include <cmath>
#include <cstdint>

#include <orgscale/governance/learning_from_code.hpp>

#include "../accuracy_table.hpp"

inline void accuracy_of_learning_from_code(accuracy_table& table)
{
    // Each of up to 100 squarings of rounded numbers below 1 adds to a power's relative error.
    table.add<4>(
        "learning_from_code::knowledge", "up to 100 periods, turbulence to 1/4", 250,
        []<class R>(const std::array<R, 4>& x) {
            return orgscale::learning_from_code<R>{
                .socialization = x[0], .turnover = x[1], .turbulence = x[2]}
                .knowledge(static_cast<std::int64_t>(x[3]));
        },
        [](random_numbers& draw) {
            return std::array{draw.between(0, 1), draw.between(0, 1), draw.between(0, 0.25),
                              std::floor(draw.magnitude(1, 100))};
        },
        {{1, 0, 0, 1}, {0, 0, 0, 5}, {0.5, 0.5, 0.5, 3}});
    table.add<2>(
        "learning_from_code::shared_in_the_end", "any probabilities", 6,
        []<class R>(const std::array<R, 2>& x) {
            return orgscale::learning_from_code<R>{.socialization = x[0], .turnover = x[1]}
                .shared_in_the_end();
        },
        [](random_numbers& draw) {
            return std::array{draw.magnitude(1e-9, 1), draw.magnitude(1e-9, 1)};
        },
        {{0, 0}, {1, 1}, {1, 0}});
}
