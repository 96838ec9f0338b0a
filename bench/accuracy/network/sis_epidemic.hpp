#pragma once

#include <orgscale/network/sis_epidemic.hpp>

#include "../accuracy_table.hpp"

inline void accuracy_of_sis_epidemic(accuracy_table& table)
{
    const auto of = []<class R>(const R& beta) {
        return orgscale::sis_epidemic<R>{
            .infection_rate = beta, .recovery_rate = R(0.5), .contacts = R(4)};
    };
    const auto any = [](random_numbers& draw) {
        return std::array{
            0.125 * (draw.one_in(2) ? draw.magnitude(0.01, 100) : 1 + draw.magnitude(1e-15, 1e-3)),
            draw.magnitude(1e-12, 1), draw.magnitude(1e-6, 20)};
    };
    // Exponents up to some 40 below 0, or as far above as the share has room to grow, ln 1e12.
    table.add<3>("sis_epidemic::after", "reproduction 0.01 to 100, (βk-γ) t up to 40", 64,
                 [=]<class R>(const std::array<R, 3>& x) {
                     return of(x[0]).after(x[1], R(x[2] / (x[0] > R(0.125) ? R(4 * x[0]) : R(0.5))));
                 },
                 any, {{0.125, 0.5, 10}, {1, 0, 1}, {1, 1, 1e3}, {1, 0.5, 0}});
    table.add<3>(
        "sis_epidemic::endemic", "the same", 3,
        [=]<class R>(const std::array<R, 3>& x) { return of(x[0]).endemic(); }, any);
    table.add<3>(
        "sis_epidemic::reproduction", "the same", 2,
        [=]<class R>(const std::array<R, 3>& x) { return of(x[0]).reproduction(); }, any);
    // Growth to a half of what lasts, from far below it.
    table.add<2>(
        "sis_epidemic::time_between", "reproduction 2 to 100, from 1e-12 to a quarter", 8,
        [=]<class R>(const std::array<R, 2>& x) {
            const auto time = of(x[0]).time_between(x[1], R(0.25));
            return time ? *time : R(-1);
        },
        [](random_numbers& draw) {
            return std::array{0.125 * draw.magnitude(2, 100), draw.magnitude(1e-12, 0.125)};
        });
}
