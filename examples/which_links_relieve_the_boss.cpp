// Which informal links relieve the boss, and which keep people in touch when the boss is away?
#include <cmath>
#include <cstdio>
#include <limits>
#include <random>

#include <orgscale/network/contact_graph.hpp>
#include <orgscale/network/dodds_watts_sabel.hpp>
#include <orgscale/network/message_network.hpp>

int main()
{
    using namespace orgscale;

    constexpr double any = std::numeric_limits<double>::infinity();
    struct {
        const char*  name;
        std::int64_t links;
        double       rank, distance;
    } const kinds[]{{"none, by the chart", 0, any, any},
                    {"within teams", 156, any, 0},
                    {"random", 156, any, any},
                    {"across divisions", 156, 0, any},
                    {"among those at the top", 156, 0.1, 0.15},
                    {"at all scales", 156, 0.5, 0.5}};

    std::mt19937_64 engine(7);
    const auto      uniform = [&] { return std::ldexp(static_cast<double>(engine() >> 11U), -53); };
    const int       draws   = 20;

    // 156 people in four levels, five reports each; messages mostly to people near by (reach 1).
    std::puts("156 further links         busiest handles   steps   in touch without the boss");
    for (const auto& kind : kinds) {
        const dodds_watts_sabel habit{
            .branching = 5, .levels = 4, .rank_reach = kind.rank, .distance_reach = kind.distance};
        double busiest = 0, steps = 0, connected = 0;
        for (int i = 0; i < draws; ++i) {
            const auto            links = habit.draw(kind.links, uniform);
            const message_network people{.branching = 5, .levels = 4, .links = links};
            busiest += people.largest_load(1) / draws;
            steps += people.mean_steps(1) / draws;
            connected += contact_graph::of_tree(5, 4, links).connected_pairs({0}) / draws;
        }
        std::printf("%-24s  %13.0f %%   %5.1f   %22.0f %%\n", kind.name, 100 * busiest, steps,
                    100 * connected);
    }
} // The same number of links does most for the boss near the top; nearly any keep people in touch without the boss.

// Output:
// 156 further links         busiest handles   steps   in touch without the boss
// none, by the chart                   29 %     3.1                       19 %
// within teams                         18 %     2.7                       87 %
// random                               17 %     2.9                      100 %
// across divisions                     15 %     2.9                      100 %
// among those at the top               10 %     2.3                      100 %
// at all scales                        11 %     2.5                      100 %
