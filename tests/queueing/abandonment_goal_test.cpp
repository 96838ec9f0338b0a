#include <orgscale/queueing/abandonment_goal.hpp>

#include <catch.hpp>
#include <doubles.hpp>
#include <refusal.hpp>

#include <orgscale/queueing/erlang_a.hpp>
#include <orgscale/queueing/staff_for.hpp>

namespace abandonment_goal_test {

using namespace orgscale;

TEST_CASE("abandonment_goal: 48 calls a minute and two minutes of patience", "[queueing]")
{
    // Garnett, Mandelbaum and Reiman (2002): with 50 agents 3.1 % leave.
    const queue_demand<> calls{.arrival_rate = 48, .service_time = 1, .patience = 2};
    CHECK_THAT(abandonment_goal<>{.share = 0.5}.reached(calls, 50), WithinAbs(0.031, 5e-4));
    CHECK(staff_for(calls, abandonment_goal<>{.share = 0.0315})->agents == 50);
    CHECK(staff_for(calls, abandonment_goal<>{.share = 0.0305})->agents == 51);
}

TEST_CASE("abandonment_goal: the exact number meets it exactly", "[queueing]")
{
    for (const double load : {0.7, 12.0, 300.0, 5e4})
        for (const double patience : {0.2, 1.0, 9.0})
            for (const double share : {0.01, 0.2}) {
                const queue_demand<> calls{
                    .arrival_rate = load, .service_time = 1, .patience = patience};
                const auto staff = staff_for(calls, abandonment_goal<>{.share = share});
                REQUIRE(staff);
                const erlang_a<> desk{.arrival_rate = load,
                                      .service_time = 1,
                                      .patience     = patience,
                                      .servers      = staff->exact_agents};
                // A rounding of c is felt c times over at most.
                CHECK_THAT(desk.abandonment(), WithinAbs(share, (64 + load) * ulp));
                CHECK(staff->reached <= share);
            }
}

TEST_CASE("abandonment_goal: without abandonment any stable queue meets it", "[queueing]")
{
    const queue_demand<> calls{.arrival_rate = 10.5, .service_time = 1};
    CHECK(staff_for(calls, abandonment_goal<>{.share = 0})->agents == 11);
    CHECK(abandonment_goal<>{.share = 0}.reached(calls, 11) == 0);
    CHECK(abandonment_goal<>{.share = 0}.reached(calls, 10) == 1);
}

TEST_CASE("abandonment_goal: no staff meets a share of 0", "[queueing]")
{
    const queue_demand<> calls{.arrival_rate = 10, .service_time = 1, .patience = 100};
    CHECK_FALSE(staff_for(calls, abandonment_goal<>{.share = 0}));
    CHECK(staff_for(calls, abandonment_goal<>{.share = 1e-30}));
    CHECK(staff_for(calls, abandonment_goal<>{.share = 1})->agents == 1);
}

TEST_CASE("abandonment_goal: refuses a share above 1", "[queueing]")
{
    CHECK(refused_by([] { return abandonment_goal<>{.share = 1.1}; }) == "must be from 0 to 1");
}

} // namespace abandonment_goal_test
