// How much time may coordination with peers take before a hierarchy is more productive?
#include <cstdio>

#include <orgscale/governance/hierarchy.hpp>
#include <orgscale/governance/meritocracy.hpp>

int main()
{
    using namespace orgscale;

    const double      people = 400;
    const hierarchy<> ranks{.span_of_control = 7};
    std::puts("time per peer   peers   time left for customers   hierarchy");
    for (const double time : {0.005, 0.01, 0.02, 0.05}) {
        for (const double peers : {5.0, 15.0}) {
            const meritocracy<> clan{.peers = peers, .time_per_peer = time};
            std::printf("%11.1f %%   %5.0f   %21.0f %%   %8.0f %%\n", 100 * time, peers,
                        100 * clan.productive_share(people), 100 * ranks.productive_share(people));
        }
    }
} // With a span of seven, one person in seven manages. Fifteen peers at one percent each cost as much.

// Output:
// time per peer   peers   time left for customers   hierarchy
//         0.5 %       5                      98 %         86 %
//         0.5 %      15                      92 %         86 %
//         1.0 %       5                      95 %         86 %
//         1.0 %      15                      85 %         86 %
//         2.0 %       5                      90 %         86 %
//         2.0 %      15                      70 %         86 %
//         5.0 %       5                      75 %         86 %
//         5.0 %      15                      25 %         86 %
