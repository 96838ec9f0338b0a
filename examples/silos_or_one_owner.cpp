// Three desks that each case passes in turn, or three people who each own whole cases?
#include <cstdio>
#include <optional>

#include <orgscale/queueing/case_owners.hpp>
#include <orgscale/queueing/tandem_queues.hpp>

namespace {

void print_hours(std::optional<double> hours)
{
    hours ? std::printf("  %11.2f", *hours) : std::printf("  %11s", "no end");
}

} // namespace

int main()
{
    using namespace orgscale;

    // A case takes an hour of work at each of three desks, or three hours of its owner.
    std::puts("            hours until a case is closed");
    std::puts("busy       desks    10 % rework       owners   owners may be slower by");
    for (const double busy : {0.1, 0.5, 0.8, 0.88, 0.95, 1.01}) {
        const case_owners<>   owners{.arrival_rate = busy, .work = 3, .owners = 3};
        const tandem_queues<> desks{.arrival_rate = busy, .service_times = {1, 1, 1}};
        const tandem_queues<> unsure{
            .arrival_rate = busy, .service_times = {1, 1, 1}, .rework = 0.1};
        std::printf("%3.0f %%", 100 * busy);
        print_hours(desks.time());
        print_hours(unsure.time());
        print_hours(owners.time());
        const auto slower = owners.break_even_slowdown();
        slower ? std::printf("  %11.0f %%\n", 100 * (*slower - 1)) : std::puts("            -");
    }
} // Each desk has its own queue, and rework joins it again; owners share one queue. Where hardly anything
// waits, or everything does, owners must be nearly as fast as specialists.

// Output:
//             hours until a case is closed
// busy       desks    10 % rework       owners   owners may be slower by
//  10 %         3.33         3.75         3.00           11 %
//  50 %         6.00         7.50         3.47           36 %
//  80 %        15.00        30.00         6.24           15 %
//  88 %        25.00       150.00         9.52            8 %
//  95 %        60.00       no end        21.14            3 %
// 101 %       no end       no end       no end            -
