#pragma once

#include <orgscale/growth/gamma_shifted_gompertz.hpp>

#include "../accuracy_table.hpp"

inline void accuracy_of_gamma_shifted_gompertz(accuracy_table& table)
{
    const auto of = []<class R>(const std::array<R, 3>& x) {
        return orgscale::gamma_shifted_gompertz<R>{.adoption_rate    = R(0.5),
                                                   .reluctance_scale = x[0],
                                                   .reluctance_shape = x[1],
                                                   .potential        = R(1000)};
    };
    const auto drawn = [](random_numbers& draw) {
        const double c = draw.magnitude(1e-3, 1e3);
        return std::array{draw.magnitude(1e-3, 1e3) / c, c, draw.magnitude(1e-9, 200)};
    };
    // The exponent c ln(1 + a e^{-b t}), at most 1000 ln(1 + 1) or the mean reluctance c a, has three
    // roundings that are errors of the result. Here those with an exponent up to 10.
    const auto mild = [](random_numbers& draw) {
        const double c = draw.magnitude(1e-3, 1e3);
        const double a = draw.magnitude(1e-3, 10) / c;
        return std::array{a, c, draw.magnitude(1e-9, 200)};
    };
    const std::initializer_list<std::array<double, 3>> ends{
        {0, 1, 5}, {10, 1, 0}, {10, 1, 1e4}, {1e-9, 1e9, 5}, {1e9, 1e-9, 5}};
    table.add<3>(
        "gamma_shifted_gompertz::share", "c a up to 10, c 1e-3 to 1e3, b t up to 100", 4 + 2 * 10,
        [&]<class R>(const std::array<R, 3>& x) { return of(x).share(x[2]); }, mild, ends);
    table.add<3>(
        "gamma_shifted_gompertz::at", "c a up to 1000, c 1e-3 to 1e3, b t up to 100", 4 + 1000,
        [&]<class R>(const std::array<R, 3>& x) { return of(x).at(x[2]); }, drawn, ends);
    table.add<3>(
        "gamma_shifted_gompertz::density", "c a up to 10, c 1e-3 to 1e3, b t up to 100", 8 + 2 * 10,
        [&]<class R>(const std::array<R, 3>& x) { return of(x).density(x[2]); }, mild, ends);
    table.add<3>(
        "gamma_shifted_gompertz::sales_by_density", "the same", 8 + 2 * 10,
        [&]<class R>(const std::array<R, 3>& x) { return of(x).sales_by_density(x[2]); }, mild,
        ends);
    table.add<4>(
        "gamma_shifted_gompertz::sales_by_interval",
        "the same, from whole numbers on, over 1 to 64", 8 + 2 * 10,
        [&]<class R>(const std::array<R, 4>& x) {
            return of(std::array<R, 3>{x[0], x[1], x[2]}).sales_by_interval(x[2], R(x[2] + x[3]));
        },
        [&](random_numbers& draw) {
            const auto x = mild(draw);
            return std::array{x[0], x[1], std::floor(draw.between(0, 200)),
                              std::floor(draw.between(1, 64))};
        },
        {{10, 1, 0, 0}, {10, 1, 0, 1}, {10, 1, 5, 1e4}, {0, 1, 5, 1}});
    // Where the peak is near launch the difference of z from a is a rounding of them: from a time of
    // 0.1/b on, where it is enlarged ten times.
    table.add<2>(
        "gamma_shifted_gompertz::peak", "c 1/2 to 1e3, peaks after 0.1/b", 30,
        [&]<class R>(const std::array<R, 2>& x) {
            const auto when = of(std::array<R, 3>{x[0], x[1], R(0)}).peak();
            return R(!when || when->time < R(0.2) ? R(0) : when->time);
        },
        [](random_numbers& draw) {
            const double c = draw.magnitude(0.5, 1e3);
            return std::array{draw.magnitude(1e-3, 1e3) / c, c};
        },
        {{0, 1}, {1, 1}, {100, 1}, {0.5, 0.1}});
}
