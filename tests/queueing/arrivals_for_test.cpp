#include <orgscale/queueing/arrivals_for.hpp>

#include <cmath>

#include <catch.hpp>
#include <doubles.hpp>
#include <random_numbers.hpp>
#include <slopes.hpp>

#include <orgscale/queueing/abandonment_goal.hpp>
#include <orgscale/queueing/erlang_c.hpp>
#include <orgscale/queueing/mean_wait_goal.hpp>
#include <orgscale/queueing/staff_for.hpp>

namespace arrivals_for_test {

using namespace orgscale;

TEST_CASE("arrivals_for: is the inverse of staff_for", "[queueing]")
{
    random_numbers draw(601);
    const auto     check = [](double load, double patience, const auto& goal) {
        const auto staff =
            staff_for({.arrival_rate = load / 3, .service_time = 3, .patience = patience}, goal);
        REQUIRE(staff);
        if (!(staff->exact_agents > 1e-3)) return;
        const auto rate = arrivals_for(
            {.agents = staff->exact_agents, .service_time = 3, .patience = patience}, goal);
        REQUIRE(rate);
        CHECK_THAT(3 * *rate,
                       WithinRel(load, 1e-9)); // both found by their roots, of shares to 1e-13
    };
    for (int i = 0; i < 30; ++i) {
        const double load = draw.magnitude(0.3, 1e4), patience = draw.magnitude(0.3, 30);
        const double time = draw.magnitude(0.01, 1) / std::sqrt(load);
        for (const double p : {patience, infinite}) {
            check(load, p, service_goal<>{.share = draw.between(0.3, 0.97), .within = time});
            check(load, p, mean_wait_goal<>{.time = time});
        }
        check(load, patience, abandonment_goal<>{.share = draw.magnitude(0.003, 0.3)});
    }
}

TEST_CASE("arrivals_for: one server has closed forms", "[queueing]")
{
    // M/M/1: P(W > 0) = a, mean wait a/(1-a).
    CHECK_THAT(*arrivals_for({.agents = 1, .service_time = 1}, {.share = 0.75, .within = 0}),
               WithinRel(0.25, 32 * ulp));
    CHECK_THAT(*arrivals_for({.agents = 1, .service_time = 1}, mean_wait_goal<>{.time = 3}),
               WithinRel(0.75, 32 * ulp));
    CHECK_THAT(*arrivals_for({.agents = 1, .service_time = 1}, mean_wait_goal<>{.time = 3},
                             {.max_occupancy = 0.5}),
               WithinRel(0.5, 32 * ulp));
}

TEST_CASE("arrivals_for: is infinite if any rate meets the goal, and empty if none does",
          "[queueing]")
{
    const agent_group<> hurried{.agents = 2, .service_time = 1, .patience = 3};
    CHECK(arrivals_for(hurried, mean_wait_goal<>{.time = 3}) == infinite);
    CHECK(arrivals_for(hurried, abandonment_goal<>{.share = 1}) == infinite);
    CHECK(arrivals_for(hurried, {.share = 1, .within = 1}) == std::nullopt);
    CHECK(arrivals_for(hurried, abandonment_goal<>{.share = 0}) == std::nullopt);
    // Where nobody leaves the queue is finite up to the agents' capacity.
    CHECK_THAT(*arrivals_for({.agents = 2, .service_time = 0.5}, abandonment_goal<>{.share = 0.1}),
               WithinRel(4, 32 * ulp));
}

TEST_CASE("arrivals_for: slopes agree with differences", "[queueing]")
{
    const auto by_agents = []<class R>(const R& agents) -> R {
        return *arrivals_for<R>({.agents = agents, .service_time = R(1), .patience = R(2)},
                                {.share = R(0.75), .within = R(0.125)});
    };
    CHECK_THAT(slope_of_dual(by_agents, 8), WithinRel(slope_of_differences(by_agents, 8), 1e-8));
}

} // namespace arrivals_for_test
