// Where do ranks beat peers, and where do they change places?
#include <cstddef>
#include <cstdio>

#include <orgscale/compare/regions.hpp>
#include <orgscale/governance/hierarchy.hpp>
#include <orgscale/governance/meritocracy.hpp>
#include <orgscale/growth/linear_growth.hpp>
#include <orgscale/solve/reach.hpp>

int main()
{
    using namespace orgscale;

    const linear_growth<hierarchy>   ranks{.governance           = {.span_of_control = 7},
                                           .sales_rate           = 10'000,
                                           .hiring_rate          = 10,
                                           .customers_per_person = 5};
    const linear_growth<meritocracy> peers{.governance  = {.peers = 5, .time_per_peer = 0.02},
                                           .sales_rate  = 10'000,
                                           .hiring_rate = 10,
                                           .customers_per_person = 5};

    const auto map =
        regions(ranks, peers,
                [](const auto& firm) {
                    return reach(firm, {.people = 10, .customers = 0}, {.to = 120}).state.customers;
                },
                {"governance.control_retention", 0.6, 1}, {"governance.alignment", 0, 1});

    std::puts("better      share of map   for example at   customers of ranks, of peers");
    for (const auto& region : map.regions)
        std::printf("%-9s   %10.0f %%   α %.2f, a %.2f   %18.0f, %8.0f\n",
                    region.side == region_side::first ? "ranks" : "peers", 100 * region.share,
                    region.witness.across, region.witness.up, *region.first, *region.second);
    std::puts("\nthey change places at");
    std::puts("control retained by a level α   alignment of peers a");
    for (const auto& boundary : map.boundaries)
        for (std::size_t i = 0; i < boundary.line.size(); i += 12)
            std::printf("%29.2f   %20.2f\n", boundary.line[i].across, boundary.line[i].up);
} // Both can be right: it depends on what a level loses and on what people share.

// Output:
// better      share of map   for example at   customers of ranks, of peers
// peers               53 %   α 0.72, a 0.67                 1569,     3602
// ranks               47 %   α 0.88, a 0.25                 3305,     1358
//
// they change places at
// control retained by a level α   alignment of peers a
//                          1.00                   0.95
//                          0.92                   0.70
//                          0.82                   0.46
//                          0.72                   0.29
//                          0.62                   0.17
