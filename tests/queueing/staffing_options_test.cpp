#include <orgscale/queueing/staffing_options.hpp>

#include <catch.hpp>
#include <doubles.hpp>
#include <refusal.hpp>

#include <orgscale/queueing/erlang_a.hpp>
#include <orgscale/queueing/staff_for.hpp>

namespace staffing_options_test {

using namespace orgscale;

TEST_CASE("staffing_options: by default nobody is away and agents may be busy all the time",
          "[queueing]")
{
    CHECK(staffing_options<>{}.shrinkage == 0);
    CHECK(staffing_options<>{}.max_occupancy == 1);
}

TEST_CASE("staffing_options: a limit on occupancy binds at heavy loads only", "[queueing]")
{
    const service_goal<> goal{.share = 0.8, .within = 20};
    const auto           staff = [&](double load, double limit) {
        return staff_for({.arrival_rate = load / 180, .service_time = 180}, goal,
                                   {.max_occupancy = limit});
    };
    // Small desks are idle half of the time as it is.
    CHECK(staff(2, 0.85)->exact_agents == staff(2, 1)->exact_agents);
    CHECK(staff(2, 0.85)->agents == staff(2, 1)->agents);
    // Large ones need a/limit agents.
    CHECK(staff(100, 1)->agents == 107);
    CHECK(staff(100, 0.85)->agents == 118);
    CHECK_THAT(staff(100, 0.85)->exact_agents, WithinRel(100 / 0.85, 16 * ulp));
    CHECK(staff(100, 0.85)->occupancy <= 0.85);
    CHECK_THAT(staff(100, 0.85)->occupancy, WithinRel(100.0 / 118, 4 * ulp));
}

TEST_CASE("staffing_options: with abandonment the limit is on the work done", "[queueing]")
{
    const auto staff = staff_for({.arrival_rate = 100, .service_time = 1, .patience = 1},
                                 {.share = 0.5, .within = 1}, {.max_occupancy = 0.9});
    REQUIRE(staff);
    const auto busy = [](double agents) {
        return erlang_a<>{.arrival_rate = 100, .service_time = 1, .patience = 1, .servers = agents}
            .utilization();
    };
    CHECK_THAT(busy(staff->exact_agents), WithinRel(0.9, 64 * ulp));
    CHECK(staff->occupancy <= 0.9);
    CHECK(busy(static_cast<double>(staff->agents - 1)) > 0.9);
}

TEST_CASE("staffing_options: refuses an occupancy out of range", "[queueing]")
{
    for (const double bad : {0.0, 1.01})
        CHECK(refused_by([=] { return staffing_options<>{.max_occupancy = bad}; }) ==
              "must be greater than 0 and at most 1");
}

} // namespace staffing_options_test
