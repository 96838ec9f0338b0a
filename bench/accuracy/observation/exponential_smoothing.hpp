#pragma once

#include <orgscale/observation/exponential_smoothing.hpp>

#include "../accuracy_table.hpp"

inline void accuracy_of_exponential_smoothing(accuracy_table& table)
{
    using orgscale::exponential_smoothing;
    const auto gains = [](random_numbers& draw) {
        const double off = draw.magnitude(1e-15, 1);
        return std::array{draw.one_in(2) ? off : 1 - off / 2};
    };
    const auto filter = []<class R>(const R& gain) {
        return exponential_smoothing<R>{.gain = gain};
    };
    table.add<1>("exponential_smoothing::variance_ratio", "any gain", 4,
                 [&]<class R>(const std::array<R, 1>& x) { return filter(x[0]).variance_ratio(); },
                 gains, {{1}, {1e-300}, {1 - 1e-16}});
    table.add<1>("exponential_smoothing::mean_age", "any gain", 4,
                 [&]<class R>(const std::array<R, 1>& x) { return filter(x[0]).mean_age(); }, gains,
                 {{1}, {1e-300}, {1 - 1e-16}});
    table.add<1>("exponential_smoothing::half_life", "any gain", 4,
                 [&]<class R>(const std::array<R, 1>& x) { return filter(x[0]).half_life(); },
                 gains, {{1}, {1e-300}, {1 - 1e-16}});
    table.add<2>(
        "exponential_smoothing::step_response", "any gain, up to 1e12 periods", 4,
        [&]<class R>(const std::array<R, 2>& x) { return filter(x[0]).step_response(x[1]); },
        [&](random_numbers& draw) { return std::array{gains(draw)[0], draw.magnitude(1e-6, 1e12)}; },
        {{1, 0}, {1, 1}, {0.3, 0}, {1e-300, 1e300}, {1 - 1e-16, 0.25}});
    table.add<1>(
        "exponential_smoothing::of_mean_age, the gain", "up to 1e15 periods", 4,
        []<class R>(const std::array<R, 1>& x) {
            return R{exponential_smoothing<R>::of_mean_age(x[0]).gain};
        },
        [](random_numbers& draw) { return std::array{draw.magnitude(1e-15, 1e15)}; },
        {{0}, {1e300}});
    // For n < 1 the two roundings of ln 2/n show in 2^(-1/n).
    table.add<1>(
        "exponential_smoothing::of_half_life, the gain", "0.1 to 1e15 periods", 4,
        []<class R>(const std::array<R, 1>& x) {
            return R{exponential_smoothing<R>::of_half_life(x[0]).gain};
        },
        [](random_numbers& draw) { return std::array{draw.magnitude(0.1, 1e15)}; },
        {{1}, {1e300}, {0.01}});
    // A sum of terms with the same sign.
    table.add<3>(
        "exponential_smoothing::next", "any gain, numbers from 1e-6 to 1e6", 4,
        [&]<class R>(const std::array<R, 3>& x) { return filter(x[0]).next(x[1], R(x[1] + x[2])); },
        [&](random_numbers& draw) {
            return std::array{gains(draw)[0], draw.magnitude(1e-6, 1e6), draw.magnitude(1e-6, 1e6)};
        },
        {{1, 0, 3}, {0.25, 0, 0}});
}
