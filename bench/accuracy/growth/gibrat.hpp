#pragma once

#include <orgscale/growth/gibrat.hpp>

#include "../accuracy_table.hpp"

inline void accuracy_of_gibrat(accuracy_table& table)
{
    const auto of = []<class R>(const std::array<R, 3>& x) {
        return orgscale::gibrat<R>{.drift = x[0], .volatility = R(0.5)};
    };
    const auto any = [](random_numbers& draw) {
        const double drift = draw.magnitude(1e-15, 1);
        return std::array{draw.one_in(2) ? drift : -drift, draw.magnitude(1.01, 7.9),
                          draw.magnitude(0.1, 20)};
    };
    table.add<3>(
        "gibrat::mean", "drifts to 1, times to 20", 30,
        [=]<class R>(const std::array<R, 3>& x) { return of(x).mean(x[1], x[2]); }, any);
    table.add<3>(
        "gibrat::median", "the same", 30,
        [=]<class R>(const std::array<R, 3>& x) { return of(x).median(x[1], x[2]); }, any);
    // Exponents up to 2 m/s² ln 8 = 17; the logarithm near the ends of the range has the rounding of a quotient,
    // enlarged a hundred times at 1.01.
    table.add<3>("gibrat::falls_before_rising", "drifts to 1, starts 1.01 to 7.9 between 1 and 8",
                 200,
                 [=]<class R>(const std::array<R, 3>& x) {
                     return of(x).falls_before_rising(x[1], R(1), R(8));
                 },
                 any, {{0, 2, 1}, {1, 1, 1}, {1, 8, 1}, {-1, 9, 1}});
    // Up to two deviations, where the tail enlarges a rounding of its argument some ten times.
    table.add<2>(
        "gibrat::share_above", "without drift, up to two deviations", 24,
        []<class R>(const std::array<R, 2>& x) {
            return orgscale::gibrat<R>{.drift = R(0), .volatility = R(0.5)}.share_above(x[0], R(1),
                                                                                        x[1]);
        },
        [](random_numbers& draw) {
            const double time = draw.magnitude(0.1, 20);
            return std::array{std::exp(std::sqrt(time) * draw.between(0.1, 1)), time};
        });
}
