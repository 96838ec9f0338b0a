#pragma once

#include <orgscale/observation/random_walk_filter.hpp>

#include "../accuracy_table.hpp"

inline void accuracy_of_random_walk_filter(accuracy_table& table)
{
    using orgscale::random_walk_filter;
    const auto walks = [](random_numbers& draw) {
        return std::array{draw.magnitude(1e-100, 1e100), draw.magnitude(1e-100, 1e100),
                          draw.magnitude(1e-6, 1e6)};
    };
    const auto walk = []<class R>(const std::array<R, 3>& x) {
        return random_walk_filter<R>{.volatility = x[0], .observation_variance = x[1]};
    };
    const std::initializer_list<std::array<double, 3>> ends = {
        {1, 1, 0}, {2, 0, 1}, {1e-300, 1e300, 1}, {1e300, 1e-300, 1}, {1, 1e-16, 1}};
    const std::string any = "any volatility and observation variance";
    table.add<3>(
        "random_walk_filter::gain", any, 4,
        [&]<class R>(const std::array<R, 3>& x) { return walk(x).gain(); }, walks, ends);
    table.add<3>(
        "random_walk_filter::posterior_variance", any, 4,
        [&]<class R>(const std::array<R, 3>& x) { return walk(x).posterior_variance(); }, walks,
        ends);
    table.add<3>(
        "random_walk_filter::error_after", any + ", delays to 1e6", 4,
        [&]<class R>(const std::array<R, 3>& x) { return walk(x).error_after(x[2]); }, walks, ends);
    table.add<3>(
        "random_walk_filter::break_even_delay", any, 4,
        [&]<class R>(const std::array<R, 3>& x) { return walk(x).break_even_delay(); }, walks,
        ends);
    table.add<3>(
        "random_walk_filter::break_even_variance", "any volatility, delays to 1e6", 4,
        [&]<class R>(const std::array<R, 3>& x) { return walk(x).break_even_variance(x[2]); },
        walks, ends);
    table.add<3>(
        "random_walk_filter::break_even_sample", "any volatility, delays to 1e6", 4,
        [&]<class R>(const std::array<R, 3>& x) { return walk(x).break_even_sample(R(2), x[2]); },
        walks, {{1, 1, 1}, {1, 1, 1e-6}});
    table.add<3>(
        "random_walk_filter::error_of", any + ", gains from 1e-6", 6,
        [&]<class R>(const std::array<R, 3>& x) { return walk(x).error_of({.gain = x[2]}); },
        [&](random_numbers& draw) {
            auto x = walks(draw);
            x[2]   = draw.one_in(2) ? draw.magnitude(1e-6, 1) : 1 - draw.magnitude(1e-12, 0.5);
            return x;
        },
        {{1, 1, 1}, {1, 0, 1}, {1, 0, 0.5}});
}
