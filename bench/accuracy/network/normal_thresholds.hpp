#pragma once

#include <orgscale/network/normal_thresholds.hpp>

#include "../accuracy_table.hpp"

inline void accuracy_of_normal_thresholds(accuracy_table& table)
{
    using orgscale::normal_thresholds;
    // Away from the touch of the curves, where a rounding is enlarged without bound: slopes up to a half. In the
    // lower tail x² roundings of the argument show, up to 16.
    table.add<2>(
        "normal_thresholds::acting", "means 0.3 to 0.7, deviations 0.8 to 5", 16,
        []<class R>(const std::array<R, 2>& x) {
            return normal_thresholds<R>{.mean = x[0], .deviation = x[1]}.acting();
        },
        [](random_numbers& draw) {
            return std::array{draw.between(0.3, 0.7), draw.magnitude(0.8, 5)};
        });
    table.add<2>(
        "normal_thresholds::acting", "means 0.3 to 0.7, deviations a quarter to a third of it", 128,
        []<class R>(const std::array<R, 2>& x) {
            return normal_thresholds<R>{.mean = x[0], .deviation = x[1]}.acting();
        },
        [](random_numbers& draw) {
            const double mean = draw.between(0.3, 0.7);
            return std::array{mean, mean * draw.between(0.25, 0.33)};
        });
    const auto tips = []<class R>(const std::array<R, 1>& x) {
        const auto found = normal_thresholds<R>::tipping(x[0]);
        return found ? R(found->deviation + found->before) : R(0);
    };
    const auto means = [](random_numbers& draw) { return std::array{draw.magnitude(1e-6, 0.45)}; };
    table.add<1>("normal_thresholds::tipping, both", "means 1e-6 to 0.45", 128, tips, means,
                 {{0}, {0.5}});
}
