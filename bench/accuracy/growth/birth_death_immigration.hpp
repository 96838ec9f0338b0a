#pragma once

#include <orgscale/growth/birth_death_immigration.hpp>

#include "../accuracy_table.hpp"

inline void accuracy_of_birth_death_immigration(accuracy_table& table)
{
    const auto of = []<class R>(const std::array<R, 2>& x) {
        return orgscale::birth_death_immigration<R>{
            .arrival_rate = R(1.5), .birth_rate = x[0], .death_rate = R(0.5)};
    };
    const auto any = [](random_numbers& draw) {
        return std::array{draw.one_in(2) ? draw.magnitude(1e-9, 2)
                                         : 0.5 * (1 + draw.magnitude(1e-15, 1e-3)),
                          draw.magnitude(1e-6, 10)};
    };
    // (λ-μ) t up to 15; the exponent of the chance of nobody up to 10.
    table.add<2>("birth_death_immigration::mean", "λ/μ to 4, (λ-μ) t up to 15", 20,
                 [=]<class R>(const std::array<R, 2>& x) { return of(x).mean(x[1]); }, any,
                 {{0.5, 1}, {0, 1}, {1, 0}});
    table.add<2>(
        "birth_death_immigration::variance", "the same", 40,
        [=]<class R>(const std::array<R, 2>& x) { return of(x).variance(x[1]); }, any);
    table.add<2>("birth_death_immigration::share", "the same; nobody", 60,
                 [=]<class R>(const std::array<R, 2>& x) { return of(x).share(0, x[1]); }, any,
                 {{0.5, 1}, {0, 1}, {1, 0}});
    table.add<2>(
        "birth_death_immigration::share", "the same; four members", 100,
        [=]<class R>(const std::array<R, 2>& x) { return of(x).share(4, x[1]); }, any);
}
