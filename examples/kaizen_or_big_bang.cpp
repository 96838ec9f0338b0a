// Many small improvements or one big reorganization: which brings more customers, and by when?
#include <cstdio>

#include <orgscale/compare/crossover.hpp>
#include <orgscale/core/real.hpp>
#include <orgscale/customer/single_owner.hpp>
#include <orgscale/governance/hierarchy.hpp>
#include <orgscale/growth/linear_growth.hpp>
#include <orgscale/improvement/continuous_improvement.hpp>
#include <orgscale/improvement/reorganization.hpp>
#include <orgscale/observation/perfect_observation.hpp>
#include <orgscale/organization/operated.hpp>
#include <orgscale/solve/solve.hpp>

namespace {

using namespace orgscale;

/// A fifth of the work is defective. Either way this can fall to a twentieth, and productivity rises.
template <template <class> class Improvement>
auto run_with(const Improvement<double>& improvement)
{
    const operated<linear_growth<hierarchy>, perfect_observation, Improvement, single_owner> firm{
        .growth       = {.governance           = {.span_of_control = 7},
                         .sales_rate           = 100,
                         .hiring_rate          = 2,
                         .customers_per_person = 5,
                         .attrition            = 0.01,
                         .churn                = 0.02,
                         .patience             = 3},
        .improvement  = improvement,
        .defect_churn = 0.1};
    return solve(firm, {.people = 200, .customers = 650}, {.to = 120});
}

auto reorganized(double fading_time)
{
    return run_with(reorganization<>{.dip            = 0.2,
                                     .recovery_time  = 4,
                                     .gain           = 0.4,
                                     .fading_time    = fading_time,
                                     .defects_before = 0.2,
                                     .defects_after  = 0.05});
}

constexpr double months[] = {6, 12, 24, 60, 120};

} // namespace

int main()
{
    const auto kaizen = run_with(continuous_improvement<>{
        .halving_time = 18, .gain = 0.4, .defects_before = 0.2, .least_defects = 0.05});

    std::printf("customers after months           6     12     24     60    120   behind from");
    std::printf("\nsmall improvements          ");
    for (const double end : months) std::printf(" %6.0f", kaizen(end).customers);
    for (const double fading : {4.0, 12.0, 48.0, 240.0, infinity<double>()}) {
        const auto run = reorganized(fading);
        std::printf("\nreorganized, fades in %6.0f", fading);
        for (const double end : months) std::printf(" %6.0f", run(end).customers);
        if (const auto behind = crossover(run, kaizen)) std::printf("   month %.0f", behind->time);
    }
    std::printf("\nbreak-even fading time      ");
    for (const double end : months) {
        double fast = 1, slow = 1e5; // the order changes between them
        while (slow - fast > 1e-3) {
            const double half = fast + (slow - fast) / 2;
            (reorganized(half)(end).customers < kaizen(end).customers ? fast : slow) = half;
        }
        std::printf(" %6.0f", slow);
    }
    std::puts("");
} // After its dip, the reorganization is ahead; the faster its gains fade, the sooner it falls behind. To
// break even after ten years they must hardly fade at all. Both can reach the same quality and output.

// Output:
// customers after months           6     12     24     60    120   behind from
// small improvements              731    804    913   1061   1108
// reorganized, fades in      4    710    676    661    660    660   month 5
// reorganized, fades in     12    834    809    719    663    660   month 12
// reorganized, fades in     48    922    982    926    781    694   month 25
// reorganized, fades in    240    952   1056   1065   1005    922   month 47
// reorganized, fades in    inf    960   1078   1111   1113   1113
// break-even fading time            5     12     44    543  11578
