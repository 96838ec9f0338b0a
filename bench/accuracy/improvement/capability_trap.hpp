#pragma once

#include <orgscale/improvement/capability_trap.hpp>

#include "../accuracy_table.hpp"

inline void accuracy_of_capability_trap(accuracy_table& table)
{
    using orgscale::capability_trap;
    const auto firm = []<class R>(const R& improvement) {
        return capability_trap<R>{
            .hours = R(40), .improvement = improvement, .learning = R(0.5), .erosion_time = R(16)};
    };
    table.add<3>(
        "capability_trap::after", "all I, K over decades, t/τ from 1e-9 to 1e6", 4,
        [&]<class R>(const std::array<R, 3>& x) { return firm(x[0]).after(x[1], x[2]); },
        [](random_numbers& draw) {
            return std::array{draw.between(0, 40), draw.magnitude(1e-6, 1e6),
                              draw.magnitude(1e-8, 1e7)};
        },
        {{0, 5, 3}, {10, 0, 3}, {10, 5, 0}, {10, 5, 1e300}});
    table.add<3>(
        "capability_trap::rate", "K up to half of the steady one and from twice on", 4,
        [&]<class R>(const std::array<R, 3>& x) { return firm(x[0]).rate(x[1]); },
        [](random_numbers& draw) {
            const double improvement = draw.between(0, 40);
            return std::array{improvement,
                              8 * improvement *
                                  (draw.one_in(2) ? draw.between(0, 0.5) : draw.magnitude(2, 1e6)),
                              0.0};
        },
        {{0, 5, 0}, {10, 80, 0}});
    table.add<3>(
        "capability_trap::steady_output", "all I", 4,
        [&]<class R>(const std::array<R, 3>& x) { return firm(x[0]).steady_output(); },
        [](random_numbers& draw) { return std::array{draw.between(0, 40), 0.0, 0.0}; },
        {{0, 0, 0}, {std::nextafter(40, 0), 0, 0}});
    // H - I - I' has roundings of the size of H; here it is at least H/4. As it tends to 0 all times
    // diverge.
    const auto moves = [](random_numbers& draw) {
        const double from = draw.one_in(2) ? draw.magnitude(1e-300, 20) : draw.between(0, 20);
        return std::array{from, draw.between(0, 1) * (30 - from)};
    };
    table.add<2>("capability_trap::return_time", "H - I - I' from H/4 on", 6,
                 [&]<class R>(const std::array<R, 2>& x) { return *firm(x[0]).return_time(x[1]); },
                 moves, {{0, 10}, {10, 10}, {10, 0}});
    table.add<2>("capability_trap::break_even", "H - I - I' from H/4 on", 16,
                 [&]<class R>(const std::array<R, 2>& x) { return *firm(x[0]).break_even(x[1]); },
                 moves, {{0, 10}, {10, 10}, {10, 0}});
    table.add<2>(
        "capability_trap::break_even",
        "no hours but for improvement after it, I to a rounding from H", 16,
        [&]<class R>(const std::array<R, 2>& x) { return *firm(x[0]).break_even(x[1]); },
        [](random_numbers& draw) { return std::array{40 - draw.magnitude(1e-12, 39), 0.0}; });
    table.add<2>(
        "capability_trap::at_once", "all I and I'", 4,
        [&]<class R>(const std::array<R, 2>& x) { return firm(x[0]).at_once(x[1]); },
        [](random_numbers& draw) { return std::array{draw.between(0, 40), draw.between(0, 40)}; },
        {{0, 0}, {10, 40}});
    table.add<2>(
        "capability_trap::recovery_time", "shocks up to 1, 1e-300 of them to a rounding left", 4,
        [&]<class R>(const std::array<R, 2>& x) { return *firm(R(1)).recovery_time(x[0], x[1]); },
        [](random_numbers& draw) {
            const double shock = draw.between(0.01, 1);
            return std::array{shock, shock * (draw.one_in(2) ? draw.magnitude(1e-300, 1)
                                                             : 1 - draw.magnitude(1e-15, 1))};
        },
        {{0.5, 0.5}, {0.5, 0.75}});
    table.add<2>(
        "capability_trap::largest_loss", "1 to 1e6 shocks, time apart over decades", 6,
        [&]<class R>(const std::array<R, 2>& x) {
            return firm(R(1)).largest_loss(R(0.5), x[0], x[1]);
        },
        [](random_numbers& draw) {
            return std::array{draw.magnitude(1, 1e6), draw.magnitude(1e-9, 1e6)};
        },
        {{1, 0}, {10, 0}, {10, 1e100}});
}
