// How likely does a firm die before it grows, when its first customers bring the next?
#include <cstdint>
#include <cstdio>

#include <orgscale/core/flows.hpp>
#include <orgscale/governance/frictionless.hpp>
#include <orgscale/growth/birth_death_chain.hpp>
#include <orgscale/growth/network_growth.hpp>

int main()
{
    using namespace orgscale;

    std::puts("chance to lose all customers before there are 100");
    std::puts("customers at the start     only by word of mouth   and one a month by advertising");
    for (const std::int64_t start : {1, 3, 10, 30}) {
        std::printf("%22lld", static_cast<long long>(start));
        for (const double advertising : {0.0, 1e-4}) {
            const network_growth<frictionless> firm{.innovation           = advertising,
                                                    .imitation            = 0.12,
                                                    .potential            = 10'000,
                                                    .hiring_rate          = 1,
                                                    .customers_per_person = 100,
                                                    .churn                = 0.1};
            const birth_death_chain            chance{
                [&](std::int64_t n) {
                    return inflow(firm, 0.0, {.people = 2, .customers = static_cast<double>(n)});
                },
                [&](std::int64_t n) { return firm.churn * static_cast<double>(n); }};
            std::printf("   %21.1f %%", 100 * chance.dies_before_reaching(100, start));
        }
        std::puts("");
    }
} // The mean grows by 2 percent a month from any start, while most that start with one customer die.

// Output:
// chance to lose all customers before there are 100
// customers at the start     only by word of mouth   and one a month by advertising
//                      1                    83.4 %                     9.8 %
//                      3                    58.0 %                     0.4 %
//                     10                    16.3 %                     0.0 %
//                     30                     0.4 %                     0.0 %
