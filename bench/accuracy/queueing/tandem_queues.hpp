#pragma once

#include <orgscale/queueing/tandem_queues.hpp>

#include "../accuracy_table.hpp"

inline void accuracy_of_tandem_queues(accuracy_table& table)
{
    // Two service times, rework, rate.
    const auto of = []<class R>(const std::array<R, 4>& x) {
        return orgscale::tandem_queues<R>{
            .arrival_rate = x[3], .service_times = {x[0], x[1]}, .rework = x[2]};
    };
    const auto up_to_full = [](random_numbers& random) {
        const double first = random.magnitude(1e-6, 1e6), second = random.magnitude(1e-6, 1e6);
        const double part   = random.magnitude(1e-14, 1);
        const double rework = random.one_in(2) ? part : 1 - part;
        const double left   = random.magnitude(1e-13, 1);
        return std::array{first, second, rework,
                          (random.one_in(2) ? left : 1 - left) * (1 - rework) /
                              (first < second ? second : first)};
    };
    // Each station rounds what time is left, a quotient and a product; the sum rounds once more.
    table.add<4>("tandem_queues::time", "two stations, from no load to full", 4,
                 [=]<class R>(const std::array<R, 4>& x) { return *of(x).time(); }, up_to_full,
                 {{1, 1, 0, 0}, {1, 1, 0, 1 - 0x1p-53}, {1, 1e-300, 0, 0.5}});
    table.add<4>("tandem_queues::waiting", "two stations, from no load to full", 8,
                 [=]<class R>(const std::array<R, 4>& x) { return *of(x).waiting(); }, up_to_full,
                 {{1, 1, 0, 0}, {1, 1, 0, 1 - 0x1p-53}});
    table.add<4>("tandem_queues::number", "two stations, from no load to full", 6,
                 [=]<class R>(const std::array<R, 4>& x) { return *of(x).number(); }, up_to_full,
                 {{1, 1, 0, 0}, {1, 1, 0, 1 - 0x1p-53}});
    table.add<4>(
        "tandem_queues::greatest_rework", "two stations, from no load to full", 1,
        [=]<class R>(const std::array<R, 4>& x) { return *of(x).greatest_rework(); },
        [=](random_numbers& random) {
            auto x = up_to_full(random);
            x[2]   = 0;
            return std::array{x[0], x[1], 0.0,
                              random.between(0, 1) * 0.999 / (x[0] < x[1] ? x[1] : x[0])};
        },
        {{1, 1, 0, 0}, {1, 1, 0, 1 - 0x1p-53}});
}
