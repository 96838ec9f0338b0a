// Which scales further: a bureaucracy whose rules settle most questions, or a commons that asks its
// maintainer?
#include <cstdio>

#include <orgscale/compare/scaling_wall.hpp>
#include <orgscale/governance/hierarchy.hpp>
#include <orgscale/governance/meritocracy.hpp>
#include <orgscale/growth/network_growth.hpp>

namespace {

template <template <class> class Governance>
void print_row(const char* who, const Governance<double>& governance)
{
    using namespace orgscale;
    const network_growth<Governance> network{.governance           = governance,
                                             .imitation            = 0.2,
                                             .potential            = 1e8,
                                             .participation        = 0.05,
                                             .customers_per_node   = 60,
                                             .hiring_rate          = 1,
                                             .customers_per_person = 10};
    const growth_state<>             start{.people = 20, .customers = 100};
    const auto                       run  = solve(network, start, {.to = 60});
    const auto                       wall = scaling_wall(network, run);
    std::printf("%-44s %12.0f   ", who, run(60).customers);
    if (wall) {
        std::printf("%s, month %.0f\n", name(wall->limit), wall->time);
    } else {
        std::puts("none");
    }
}

} // namespace

int main()
{
    using namespace orgscale;

    std::puts("who decides                                  users, month 60   wall");
    print_row<hierarchy>("head decides everything",
                         {.span_of_control = 7, .escalation = 1, .decisions_per_manager = 40});
    print_row<meritocracy>("maintainer settles half of the questions",
                           {.autonomy = 0.5, .decisions_per_person = 40, .core_decisions = 40});
    print_row<meritocracy>("maintainer settles one in a hundred",
                           {.autonomy = 0.99, .decisions_per_person = 40, .core_decisions = 40});
    print_row<hierarchy>("rules settle nine in ten at each level",
                         {.span_of_control = 7, .escalation = 0.1, .decisions_per_manager = 40});
    print_row<meritocracy>("nodes settle everything themselves",
                           {.autonomy = 1, .decisions_per_person = 40, .core_decisions = 40});
} // What matters is not rank or merit but whether the share of questions that reaches one desk shrinks with
// size.

// Output:
// who decides                                  users, month 60   wall
// head decides everything                              2461   decide, month 4
// maintainer settles half of the questions             4645   decide, month 7
// maintainer settles one in a hundred                154030   decide, month 27
// rules settle nine in ten at each level           13997356   none
// nodes settle everything themselves               13997356   none
