#pragma once

#include <orgscale/customer/functional_silos.hpp>

#include "../accuracy_table.hpp"

inline void accuracy_of_functional_silos(accuracy_table& table)
{
    // Functions, utilization or divergence.
    const auto share = [](random_numbers& random) {
        if (random.one_in(2)) return random.between(0, 1);
        const double part = random.magnitude(1e-15, 1);
        return random.one_in(2) ? part : 1 - part;
    };
    table.add<3>(
        "functional_silos::handoff_delay", "1 to 1e6 functions, all utilizations", 3,
        []<class R>(const std::array<R, 3>& x) {
            return orgscale::functional_silos<R>{
                .functions = x[0], .utilization = x[1], .work_time = x[2]}
                .handoff_delay(R(1e9));
        },
        [=](random_numbers& random) {
            return std::array{1 + random.magnitude(1e-12, 1e6), share(random),
                              random.magnitude(1e-9, 1e9)};
        },
        {{1, 0.5, 1}, {3, 0, 1}, {3, 1 - 0x1p-53, 1}, {1e300, 0.5, 1}});
    // e^x amplifies the rounding of x by x, at most 6 for divergence below 1/2; the functions round, too.
    table.add<2>(
        "functional_silos::decision_multiple", "1 to 10 functions, all divergences", 8,
        []<class R>(const std::array<R, 2>& x) {
            return orgscale::functional_silos<R>{.functions = x[0], .divergence = x[1]}
                .decision_multiple(R(1e9));
        },
        [=](random_numbers& random) {
            return std::array{1 + random.magnitude(1e-12, 9), share(random)};
        },
        {{1, 0.5}, {3, 0}, {3, 1 - 0x1p-53}, {2, 0.5}, {10, 0.5}});
}
