#include <orgscale/queueing/mean_wait_goal.hpp>

#include <catch.hpp>
#include <doubles.hpp>
#include <refusal.hpp>

#include <orgscale/queueing/erlang_a.hpp>
#include <orgscale/queueing/erlang_c.hpp>
#include <orgscale/queueing/staff_for.hpp>

namespace mean_wait_goal_test {

using namespace orgscale;

TEST_CASE("mean_wait_goal: 48 calls a minute and 50 agents wait for 20.8 seconds on average",
          "[queueing]")
{
    // Garnett, Mandelbaum and Reiman (2002); 3.7 seconds with two minutes of patience.
    const queue_demand<> calls{.arrival_rate = 48, .service_time = 1};
    CHECK_THAT(60 * mean_wait_goal<>{.time = 1}.reached(calls, 50), WithinAbs(20.8, 0.05));
    CHECK(staff_for(calls, mean_wait_goal<>{.time = 21.0 / 60})->agents == 50);
    CHECK(staff_for(calls, mean_wait_goal<>{.time = 20.5 / 60})->agents == 51);
    const queue_demand<> hurried{.arrival_rate = 48, .service_time = 1, .patience = 2};
    CHECK(staff_for(hurried, mean_wait_goal<>{.time = 3.8 / 60})->agents == 50);
    CHECK(staff_for(hurried, mean_wait_goal<>{.time = 3.6 / 60})->agents == 51);
}

TEST_CASE("mean_wait_goal: for one server the exact number has a closed form", "[queueing]")
{
    // M/M/1: a/(1-a) service times.
    const auto staff =
        staff_for({.arrival_rate = 0.5, .service_time = 2 * 0.75}, mean_wait_goal<>{.time = 4.5});
    CHECK_THAT(staff->exact_agents, WithinRel(1, 16 * ulp));
    CHECK(staff->agents == 1);
}

TEST_CASE("mean_wait_goal: the exact number meets it exactly", "[queueing]")
{
    for (const double load : {0.7, 12.0, 300.0, 5e4})
        for (const double time : {0.001, 0.1, 2.0}) {
            const auto staff = staff_for({.arrival_rate = load, .service_time = 1},
                                         mean_wait_goal<>{.time = time});
            REQUIRE(staff);
            const erlang_c<> desk{
                .arrival_rate = load, .service_time = 1, .servers = staff->exact_agents};
            // A rounding of c is felt c/(c - a) times over in c - a, of which there are three.
            const double enlarged = load / (staff->exact_agents - load);
            CHECK_THAT(*desk.mean_wait(), WithinRel(time, (64 + 8 * enlarged + load) * ulp));
            CHECK(staff->reached <= time);
        }
}

TEST_CASE("mean_wait_goal: no staff meets 0, any stable queue meets infinity", "[queueing]")
{
    CHECK_FALSE(staff_for({.arrival_rate = 10, .service_time = 1}, mean_wait_goal<>{.time = 0}));
    CHECK(staff_for({.arrival_rate = 10, .service_time = 1}, mean_wait_goal<>{.time = 1e-300}));
    CHECK(staff_for({.arrival_rate = 10, .service_time = 1}, mean_wait_goal<>{.time = infinite})
              ->agents == 11);
    // Nobody waits for longer than the patience on average.
    CHECK(staff_for({.arrival_rate = 10, .service_time = 1, .patience = 2},
                    mean_wait_goal<>{.time = 2})
              ->agents == 1);
}

TEST_CASE("mean_wait_goal: refuses a time below 0", "[queueing]")
{
    CHECK(refused_by([] { return mean_wait_goal<>{.time = -1}; }) == "must be 0 or greater");
}

} // namespace mean_wait_goal_test
