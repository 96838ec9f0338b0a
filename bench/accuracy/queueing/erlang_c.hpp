#pragma once

#include <cmath>

#include <orgscale/queueing/erlang_c.hpp>

#include "../accuracy_table.hpp"

inline void accuracy_of_erlang_c(accuracy_table& table)
{
    // Arrival rate, service time, servers, and a time over the mean wait of those who wait.
    const auto queue = []<class R>(const std::array<R, 4>& x) {
        return orgscale::erlang_c<R>{.arrival_rate = x[0], .service_time = x[1], .servers = x[2]};
    };
    const auto time  = []<class R>(const std::array<R, 4>& x) { return R(x[3] * x[1]); };
    const auto drawn = [](random_numbers& draw) {
        const double load = draw.magnitude(0.5, 2e4), service = draw.magnitude(1e-3, 1e3);
        return std::array{load / service, service, load + draw.magnitude(1e-9, 8) * std::sqrt(load),
                          draw.magnitude(1e-3, 3) / std::sqrt(load)};
    };
    const std::string domain = "load 0.5 to 1e7, servers beyond it 1e-9 to 8 of its root";
    // The load is rounded, which is felt sqrt(a) times over in a sum, so up to a of 400.
    table.add<4>("erlang_c::delay_probability", domain, 160,
                 [&]<class R>(const std::array<R, 4>& x) { return *queue(x).delay_probability(); },
                 drawn, {{1, 1, 2, 0}, {0.7, 10, 7, 0}, {1e-300, 1, 1, 0}, {1e7, 1, 1.0001e7, 0}});
    table.add<4>("erlang_c::mean_wait", domain, 160,
                 [&]<class R>(const std::array<R, 4>& x) { return *queue(x).mean_wait(); }, drawn,
                 {{1, 1, 2, 0}, {0.7, 10, 7, 0}, {1e-300, 1, 1, 0}, {1e7, 1, 1.0001e7, 0}});
    table.add<4>(
        "erlang_c::mean_wait_of_delayed", domain, 4,
        [&]<class R>(const std::array<R, 4>& x) { return *queue(x).mean_wait_of_delayed(); }, drawn,
        {{1, 1, 2, 0}, {0.7, 10, 7, 0}, {1e7, 1, 1.0001e7, 0}});
    table.add<4>("erlang_c::mean_queue", domain, 160,
                 [&]<class R>(const std::array<R, 4>& x) { return *queue(x).mean_queue(); }, drawn,
                 {{1, 1, 2, 0}, {0.7, 10, 7, 0}, {1e-150, 1, 1, 0}});
    // And the exponent, up to 24, is rounded.
    table.add<4>("erlang_c::wait_tail", domain, 160,
                 [&]<class R>(const std::array<R, 4>& x) { return *queue(x).wait_tail(time(x)); },
                 drawn, {{1, 1, 2, 0}, {0.7, 10, 7, 1}, {1e7, 1, 1.0001e7, 0.001}});
    table.add<4>(
        "erlang_c::service_level", domain, 64,
        [&]<class R>(const std::array<R, 4>& x) { return *queue(x).service_level(time(x)); }, drawn,
        {{1, 1, 2, 0}, {0.7, 10, 7, 0}, {0.7, 10, 7, 1}, {1e7, 1, 1.0001e7, 0}});
}
