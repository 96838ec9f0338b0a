#pragma once

#include <orgscale/growth/birth_death.hpp>

#include "../accuracy_table.hpp"

inline void accuracy_of_birth_death(accuracy_table& table)
{
    const auto of = []<class R>(const std::array<R, 3>& x) {
        return orgscale::birth_death<R>{.birth_rate = x[0], .death_rate = R(0.5)};
    };
    const auto any = [](random_numbers& draw) {
        const double off = draw.magnitude(1e-15, 1);
        return std::array{draw.one_in(2) ? draw.magnitude(0.01, 5)
                                         : 0.5 * (draw.one_in(2) ? 1 + off : 1 - off),
                          draw.magnitude(1, 20), draw.magnitude(1e-6, 10)};
    };
    // Chances of several members are powers: up to 20 times the rounding of that of one; (λ-μ) t up to 45.
    table.add<3>("birth_death::extinct_by", "λ/μ 0.02 to 10, 1 to 20 members, (λ-μ) t up to 45",
                 200,
                 [=]<class R>(const std::array<R, 3>& x) { return of(x).extinct_by(x[1], x[2]); },
                 any, {{0.5, 1, 1}, {1, 1, 0}, {1, 0, 1}, {0.25, 3, 1e6}, {1, 3, 1e6}});
    table.add<3>(
        "birth_death::variance", "the same", 100,
        [=]<class R>(const std::array<R, 3>& x) { return of(x).variance(x[1], x[2]); }, any);
    table.add<3>(
        "birth_death::mean", "the same", 50,
        [=]<class R>(const std::array<R, 3>& x) { return of(x).mean(x[1], x[2]); }, any);
    table.add<3>(
        "birth_death::extinction", "the same", 30,
        [=]<class R>(const std::array<R, 3>& x) { return of(x).extinction(x[1]); }, any);
    table.add<3>(
        "birth_death::dies_before_reaching", "the same, before they are 24", 200,
        [=]<class R>(const std::array<R, 3>& x) { return of(x).dies_before_reaching(R(24), x[1]); },
        any, {{0.5, 3, 0}, {0.5, 24, 0}, {0.5, 0, 0}, {0.5, 30, 0}});
    table.add<3>(
        "birth_death::share", "the same; 4 members from 3, λ/μ 0.2 to 10, (λ-μ) t up to 5", 100,
        [=]<class R>(const std::array<R, 3>& x) { return of(x).share(4, 3, x[2]); },
        [](random_numbers& draw) {
            return std::array{draw.magnitude(0.1, 5), 0.0, draw.magnitude(1e-3, 1)};
        },
        {{0.5, 0, 1}, {0.5, 0, 0}});
}
