// Which lever moves the wall most?
#include <cstdio>

#include <orgscale/compare/levers.hpp>
#include <orgscale/compare/scaling_wall.hpp>
#include <orgscale/governance/meritocracy.hpp>
#include <orgscale/growth/network_growth.hpp>

int main()
{
    using namespace orgscale;

    // Members win members; decisions they cannot make themselves go to a core.
    const network_growth<meritocracy> commons{.governance           = {.alignment            = 0.8,
                                                                       .autonomy             = 0.8,
                                                                       .decisions_per_person = 50,
                                                                       .core_decisions       = 500},
                                              .innovation           = 0.001,
                                              .imitation            = 0.15,
                                              .potential            = 1e6,
                                              .participation        = 0.02,
                                              .customers_per_node   = 100,
                                              .hiring_rate          = 1,
                                              .customers_per_person = 50,
                                              .churn                = 0.01};
    const auto                        ranked =
        levers(commons, {.people = 5, .customers = 500}, [](const auto& model, const auto& start) {
            return scaling_wall(model, start, {.to = 120});
        });
    if (!ranked.answer) return std::puts("no wall") < 0;

    std::printf("The wall is in month %.1f. Ten percent more of\n", *ranked.answer);
    for (const auto& one : ranked.by_effect) {
        const double months = one.moved_by(0.1).value_or(0);
        if (months > 0.05 || months < -0.05)
            std::printf("  %-26s moves it by %5.1f months (elasticity %5.2f)\n", one.name.c_str(),
                        months, *one.elasticity);
    }
} // Exact for small changes: a limit that would bind next is not yet felt.

// Output:
// The wall is in month 6.6. Ten percent more of
//   governance.autonomy        moves it by   2.9 months (elasticity  4.34)
//   decisions_per_customer     moves it by  -0.7 months (elasticity -1.09)
//   governance.core_decisions  moves it by   0.7 months (elasticity  1.09)
//   imitation                  moves it by  -0.7 months (elasticity -1.04)
//   potential                  moves it by  -0.6 months (elasticity -0.89)
//   innovation                 moves it by  -0.6 months (elasticity -0.87)
//   governance.alignment       moves it by  -0.2 months (elasticity -0.37)
//   customers_per_node         moves it by  -0.2 months (elasticity -0.36)
//   participation              moves it by  -0.2 months (elasticity -0.35)
//   onboarding_time            moves it by   0.1 months (elasticity  0.19)
