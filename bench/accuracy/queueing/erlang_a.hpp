#pragma once

#include <cmath>

#include <orgscale/queueing/erlang_a.hpp>

#include "../accuracy_table.hpp"

inline void accuracy_of_erlang_a(accuracy_table& table)
{
    // Arrival rate, service time, patience, servers, a time.
    const auto queue = []<class R>(const std::array<R, 5>& x) {
        return orgscale::erlang_a<R>{
            .arrival_rate = x[0], .service_time = x[1], .patience = x[2], .servers = x[3]};
    };
    const auto drawn = [](random_numbers& draw) {
        const double load = draw.magnitude(0.5, 3e3), service = draw.magnitude(1e-3, 1e3);
        const double servers = load + draw.between(-6, 6) * std::sqrt(load);
        return std::array{load / service, service, service * draw.magnitude(0.05, 20),
                          servers < 0.25 ? 0.25 : servers,
                          service * draw.magnitude(1e-3, 3) / std::sqrt(load)};
    };
    const std::string domain =
        "load 0.5 to 1e4, servers 6 roots below to 6 above, patience 0.05 to "
        "20 service times";
    // Load, x and y are rounded, which is felt sqrt(a) or sqrt(x) times over in sums.
    const auto add = [&](const char* name, double claimed, const auto& f) {
        table.add<5>(name, domain, claimed, f, drawn,
                     {{1, 1, 1, 1, 0.5},
                      {48, 1, 2, 50, 0},
                      {1e4, 1, 0.5, 1e4, 0.001},
                      {1e-9, 1, 1, 1, 1},
                      {3000, 1, 1, 1, 0.001}});
    };
    add("erlang_a::delay_probability", 192,
        [&]<class R>(const std::array<R, 5>& x) { return queue(x).delay_probability(); });
    add("erlang_a::abandonment", 192,
        [&]<class R>(const std::array<R, 5>& x) { return queue(x).abandonment(); });
    add("erlang_a::abandonment_of_delayed", 48,
        [&]<class R>(const std::array<R, 5>& x) { return queue(x).abandonment_of_delayed(); });
    add("erlang_a::mean_wait", 192,
        [&]<class R>(const std::array<R, 5>& x) { return queue(x).mean_wait(); });
    add("erlang_a::mean_queue", 192,
        [&]<class R>(const std::array<R, 5>& x) { return queue(x).mean_queue(); });
    add("erlang_a::utilization", 16,
        [&]<class R>(const std::array<R, 5>& x) { return queue(x).utilization(); });
    add("erlang_a::wait_tail", 512,
        [&]<class R>(const std::array<R, 5>& x) { return queue(x).wait_tail(x[4]); });
    // A share that is nearly 0 is the difference of larger ones: the error is that of 1.
    add("erlang_a::service_level, added to 1", 256,
        [&]<class R>(const std::array<R, 5>& x) { return R(1 + queue(x).service_level(x[4])); });
    add("erlang_a::service_level_of_served, added to 1", 256,
        [&]<class R>(const std::array<R, 5>& x) {
            return R(1 + queue(x).service_level_of_served(x[4]));
        });
}
