// Three desks a case passes one after the other, or three people who each own whole cases?
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

    // A case is an hour of work at each of three desks, or three hours for the one who owns it.
    std::puts("               hours until a case is settled");
    std::puts("busy     at desks   a tenth comes back   by owners   an owner may be slower by");
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
} // Desks wait for one another, and what comes back waits again; owners share one queue. When
// hardly anything waits, or everything does, an owner must be nearly as quick as specialists.

// Output:
//                hours until a case is settled
// busy     at desks   a tenth comes back   by owners   an owner may be slower by
//  10 %         3.33         3.75         3.00           11 %
//  50 %         6.00         7.50         3.47           36 %
//  80 %        15.00        30.00         6.24           15 %
//  88 %        25.00       150.00         9.52            8 %
//  95 %        60.00       no end        21.14            3 %
// 101 %       no end       no end       no end            -
