// How many agents does each hour of a day take, and what if one hour lacks some?
#include <cstddef>
#include <cstdio>
#include <vector>

#include <orgscale/queueing/queue_through_day.hpp>
#include <orgscale/queueing/staff_through_day.hpp>

int main()
{
    using namespace orgscale;

    // Calls an hour from 8 to 16, each of which takes a quarter of an hour.
    const day_demand<> calls{.arrival_rates = {40, 120, 200, 180, 120, 160, 110, 60},
                             .interval      = 1,
                             .service_time  = 0.25,
                             .before        = before_day::closed};

    const service_goal<> promise{.share = 0.8, .within = 1.0 / 60};
    const auto           alone = staff_through_day(calls, promise, {}, load_rule::pointwise);
    const auto           staff = staff_through_day(calls, promise, {.max_occupancy = 0.9});
    if (!alone || !staff) return 1;

    std::vector<at_least_one<double>> full, short_at_ten;
    for (const auto& hour : *staff) full.push_back(static_cast<double>(hour.agents));
    short_at_ten    = full;
    short_at_ten[2] = full[2] - 12;
    const auto kept = queue_through_day(calls, full), late = queue_through_day(calls, short_at_ten);

    std::puts("         each hour  with carried  mean queue  twelve fewer");
    std::puts("  hour     by itself   over load        then      at ten");
    for (std::size_t i = 0; i < full.size(); ++i)
        std::printf("%6zu %13lld %11lld %11.1f %11.1f\n", 8 + i,
                    static_cast<long long>(alone->at(i).agents),
                    static_cast<long long>(staff->at(i).agents), kept[i].mean_queue,
                    late[i].mean_queue);
} // Load lags behind the calls: the first hours need fewer agents than they would by themselves, the hours
// after the peak more. Twelve agents short at ten, the queue takes until noon to clear.

// Output:
//          each hour  with carried  mean queue  twelve fewer
//   hour     by itself   over load        then      at ten
//      8            14          11         0.9         0.9
//      9            36          30         2.6         2.6
//     10            57          51         3.5        23.4
//     11            51          53         2.8        21.1
//     12            36          39         3.2        10.3
//     13            46          44         1.6         2.0
//     14            33          36         2.6         2.8
//     15            19          23         1.8         1.8
