#pragma once

#include <orgscale/observation/layered_signal.hpp>

#include "../accuracy_table.hpp"

inline void accuracy_of_layered_signal(accuracy_table& table)
{
    using orgscale::layered_signal;
    table.add<2>(
        "layered_signal::retained", "retention 1e-9 to 1 - 1e-15, up to 30 layers", 4,
        []<class R>(const std::array<R, 2>& x) {
            return layered_signal<R>{.retention = x[0]}.retained(x[1]);
        },
        [](random_numbers& draw) {
            const double off = draw.magnitude(1e-15, 1);
            return std::array{draw.one_in(2) ? draw.magnitude(1e-9, 1) : 1 - off / 2,
                              draw.between(0, 30)};
        },
        {{1, 7}, {0.5, 0}, {0.5, 6}, {1e-300, 1}});
    table.add<2>(
        "layered_signal::message_error", "any error, up to 1e12 layers", 4,
        []<class R>(const std::array<R, 2>& x) {
            return layered_signal<R>{.error = x[0]}.message_error(x[1]);
        },
        [](random_numbers& draw) {
            const double off = draw.magnitude(1e-15, 1);
            return std::array{draw.one_in(2) ? off / 2 : (1 - off / 2) / 2,
                              draw.magnitude(1e-6, 1e12)};
        },
        {{0, 7}, {0.5, 0}, {0.5, 1}, {0.1, 4}, {1e-300, 1e300}});
    table.add<2>(
        "layered_signal::fidelity", "noise 1e-12 to 1e12, up to 1e6 layers", 4,
        []<class R>(const std::array<R, 2>& x) {
            return layered_signal<R>{.noise_ratio = x[0]}.fidelity(x[1]);
        },
        [](random_numbers& draw) {
            return std::array{draw.magnitude(1e-12, 1e12), draw.magnitude(1e-6, 1e6)};
        },
        {{0, 7}, {0.25, 0}, {1e150, 1e150}});
}
