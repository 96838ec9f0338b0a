#include <orgscale/queueing/staff_for.hpp>

#include <cmath>
#include <cstdint>
#include <limits>
#include <optional>

#include <catch.hpp>
#include <doubles.hpp>
#include <plain_numbers.hpp>
#include <random_numbers.hpp>
#include <refusal.hpp>
#include <slopes.hpp>

#include <orgscale/queueing/erlang_a.hpp>
#include <orgscale/queueing/erlang_b.hpp>
#include <orgscale/queueing/erlang_c.hpp>
#include <orgscale/queueing/least_agents.hpp>

namespace staff_for_test {

using namespace orgscale;

namespace {

/// The share that a real number of agents reaches, by erlang_c or erlang_a.
double level(const queue_demand<>& demand, const service_goal<>& goal, double agents)
{
    if (demand.patience == infinity<double>())
        return erlang_c<>{.arrival_rate = demand.arrival_rate,
                          .service_time = demand.service_time,
                          .servers      = agents}
            .service_level(goal.within)
            .value_or(0);
    const erlang_a<> queue{.arrival_rate = demand.arrival_rate,
                           .service_time = demand.service_time,
                           .patience     = double{demand.patience},
                           .servers      = agents};
    return goal.of == service_goal<>::customers::all ? queue.service_level(goal.within)
                                                     : queue.service_level_of_served(goal.within);
}

} // namespace

TEST_CASE("staff_for: 100 calls in half an hour take 14 agents at work and 19 paid", "[queueing]")
{
    // The example of the pyworkforce documentation: 14 at work, who reach 88.8 %. Over 0.7 that is 20;
    // what is needed is 13.04, and that over 0.7 is 18.6.
    const auto desk = staff_for({.arrival_rate = 100.0 / 1800, .service_time = 180},
                                {.share = 0.8, .within = 20}, {.shrinkage = 0.3});
    REQUIRE(desk);
    CHECK(desk->agents == 14);
    CHECK_THAT(desk->reached, WithinAbs(0.888350019179, 5e-13));
    CHECK(desk->exact_agents > 13);
    CHECK(desk->exact_agents < 13.1);
    CHECK(desk->paid == 19);
    CHECK(desk->paid_by_rounding_twice == 20);
    CHECK(desk->over_rounding() == 1);
    CHECK_THAT(desk->overstaffing(), WithinRel(14 - desk->exact_agents, 4 * ulp));
    CHECK_THAT(desk->exact_paid, WithinRel(desk->exact_agents / 0.7, 4 * ulp));
}

TEST_CASE("staff_for: the exact number meets the goal exactly, and the whole one is the next",
          "[queueing]")
{
    random_numbers draw(561);
    for (int i = 0; i < 200; ++i) {
        const bool           ends = draw.one_in(2);
        const queue_demand<> demand{.arrival_rate = draw.magnitude(0.5, 1e6),
                                    .service_time = 1,
                                    .patience = ends ? draw.magnitude(0.2, 10) : infinity<double>()};
        const service_goal<> goal{.share = draw.between(0.3, 0.99),
                                  .within = draw.magnitude(1e-4, 1) / std::sqrt(demand.arrival_rate),
                                  .of = draw.one_in(2) ? service_goal<>::customers::all
                                                       : service_goal<>::customers::served};
        const double         away  = draw.between(0, 0.6);
        const auto           staff = staff_for(demand, goal, {.shrinkage = away});
        REQUIRE(staff);
        CHECK(staff->agents == least_agents(demand, goal));
        const double whole = static_cast<double>(staff->agents);
        CHECK(staff->exact_agents <= whole);
        CHECK(staff->exact_agents >= whole - 1);
        CHECK(staff->overstaffing() >= 0);
        CHECK(staff->overstaffing() <= 1);
        CHECK(staff->reached == level(demand, goal, whole));
        CHECK(staff->reached >= goal.share);
        // A rounding error of c is amplified by less than c.
        if (staff->exact_agents > 0 && staff->exact_agents > whole - 1)
            CHECK_THAT(level(demand, goal, staff->exact_agents), WithinAbs(goal.share, 1e-10));
        CHECK(static_cast<double>(staff->paid) * (1 - away) >= staff->exact_agents * (1 - 32 * ulp));
        CHECK(static_cast<double>(staff->paid - 1) * (1 - away) < staff->exact_agents);
        CHECK(staff->paid <= staff->paid_by_rounding_twice);
        CHECK(static_cast<double>(staff->over_rounding()) <= 1 + 1 / (1 - away));
    }
}

TEST_CASE("staff_for: the exact number increases with demand", "[queueing]")
{
    const service_goal<> goal{.share = 0.8, .within = 20};
    double               last = 0, last_with = 0;
    for (double rate = 0.001; rate < 100; rate *= 1.1) {
        const auto staff = staff_for({.arrival_rate = rate, .service_time = 180}, goal);
        const auto less =
            staff_for({.arrival_rate = rate, .service_time = 180, .patience = 300}, goal);
        REQUIRE((staff && less));
        CHECK(staff->exact_agents > last);
        CHECK(less->exact_agents > last_with);
        CHECK(less->exact_agents < staff->exact_agents); // who leaves is not waited for
        last      = staff->exact_agents;
        last_with = less->exact_agents;
    }
}

TEST_CASE("staff_for: without shrinkage paid equals at work", "[queueing]")
{
    const auto desk =
        staff_for({.arrival_rate = 10, .service_time = 1}, {.share = 0.8, .within = 0.1});
    REQUIRE(desk);
    CHECK(desk->paid == desk->agents);
    CHECK(desk->paid_by_rounding_twice == desk->agents);
    CHECK(desk->exact_paid == desk->exact_agents);
}

TEST_CASE("staff_for: a goal that any stable queue meets needs the load", "[queueing]")
{
    // At c = a everybody waits; any number above it meets so small a share.
    const auto desk =
        staff_for({.arrival_rate = 10.5, .service_time = 1}, {.share = 1e-300, .within = 0});
    REQUIRE(desk);
    CHECK(desk->agents == 11);
    CHECK_THAT(desk->exact_agents, WithinRel(10.5, 4 * ulp));
    // Those who would wait long leave, so less than one server is enough.
    const auto some =
        staff_for({.arrival_rate = 0.5, .service_time = 1, .patience = 0.1},
                  {.share = 0.5, .within = 1, .of = service_goal<>::customers::served});
    REQUIRE(some);
    CHECK(some->agents == 1);
    CHECK(some->exact_agents == 0);
    CHECK(some->paid == 0);
}

TEST_CASE("staff_for: is empty for a goal that no staff meets", "[queueing]")
{
    CHECK_FALSE(staff_for({.arrival_rate = 10, .service_time = 1}, {.share = 1, .within = 5}));
    CHECK_FALSE(staff_for({.arrival_rate = 1e17, .service_time = 1}, {.share = 0.5, .within = 5}));
}

TEMPLATE_LIST_TEST_CASE("staff_for: agrees in every number type", "[queueing]", plain_number_types)
{
    if constexpr (ordered_real<TestType>) {
        const auto ends = [](double patience) {
            return [patience]<class R>(const R& load) -> R {
                const auto staff = staff_for<R>(
                    {.arrival_rate = load, .service_time = R(1), .patience = R(patience)},
                    {.share = R(0.75), .within = R(0.125)}, {.shrinkage = R(0.25)});
                return staff->exact_agents + staff->exact_paid +
                       R(static_cast<double>(staff->paid));
            };
        };
        CHECK(farthest_from_double<TestType>(ends(infinity<double>()), {0.5, 3, 8, 500}) <
              64 * rounding<TestType>);
        CHECK(farthest_from_double<TestType>(ends(2), {2, 3, 4, 6}) < 64 * rounding<TestType>);
        if constexpr (std::numeric_limits<TestType>::digits <= 64) // else slow sums
            CHECK(farthest_from_double<TestType>(ends(2), {30, 60, 300, 450}) <
                  64 * rounding<TestType>);
    }
}

TEST_CASE("staff_for: derivatives of the exact number agree with differences", "[queueing]")
{
    const auto needed = [](double patience) {
        return [patience]<class R>(const R& load) -> R {
            return staff_for<R>(
                       {.arrival_rate = load, .service_time = R(1), .patience = R(patience)},
                       {.share = R(0.75), .within = R(0.125)})
                ->exact_agents;
        };
    };
    for (const double load : {2.0, 30.0})
        for (const double patience : {2.0, infinity<double>()}) {
            const double slope = slope_of_dual(needed(patience), load);
            // The root in 50 digits is found to 1e-40 or so, which a step of 1e-15 makes 1e-25.
            CHECK_THAT(slope, WithinRel(slope_of_differences(needed(patience), load), slope_error));
        }
}

TEST_CASE("staff_for: handles patience and waits of any length", "[queueing]")
{
    // The limit is on those who leave; hardly anybody waits that long.
    CHECK(staff_for({.arrival_rate = 0.0555, .service_time = 180, .patience = 30},
                    {.share = 0.95, .within = 21100})
              ->agents == 14);
    const auto patient =
        staff_for({.arrival_rate = 48, .service_time = 1}, {.share = 0.8, .within = 0.1});
    CHECK(patient->agents == 54);
    for (const double patience : {1e100, 1e160, 1.7e308})
        CHECK(staff_for({.arrival_rate = 48, .service_time = 1, .patience = patience},
                        {.share = 0.8, .within = 0.1})
                  ->agents == 54);
    // Nobody waits: the goal allows a loss of 0.2.
    const auto lost = erlang_b<>::least_servers(48, 0.2);
    for (const double patience : {1e-12, 1e-160, 2.3e-308})
        CHECK(staff_for({.arrival_rate = 48, .service_time = 1, .patience = patience},
                        {.share = 0.8, .within = 0})
                  ->agents == lost);
}

TEST_CASE("staff_for: no staff serves all impatient customers", "[queueing]")
{
    const queue_demand<> calls{.arrival_rate = 10, .service_time = 1, .patience = 1};
    CHECK_FALSE(staff_for(calls, {.share = 1, .within = 0}));
    CHECK_FALSE(staff_for(calls, {.share = 1, .within = infinite}));
    CHECK_FALSE(
        staff_for(calls, {.share = 1, .within = 9, .of = service_goal<>::customers::served}));
    CHECK(staff_for(calls, {.share = 1 - 0x1p-53, .within = 0}));
    // Without a limit on the wait all served customers count, and so do all who don't leave.
    CHECK(staff_for(calls, {.share = 1, .within = infinite, .of = service_goal<>::customers::served})
              ->agents == 1);
    CHECK(staff_for({.arrival_rate = 10, .service_time = 1}, {.share = 1, .within = infinite})
              ->agents == 11);
}

TEST_CASE("staff_for: is empty if too many would have to be paid", "[queueing]")
{
    const queue_demand<> calls{.arrival_rate = 1e12, .service_time = 1};
    CHECK(staff_for(calls, {.share = 0.8, .within = 0.1}, {.shrinkage = 0.99}));
    CHECK_FALSE(staff_for(calls, {.share = 0.8, .within = 0.1}, {.shrinkage = 0.9999999}));
}

TEST_CASE("staff_for: refuses a shrinkage of 1", "[queueing]")
{
    const auto away = [](double share) {
        return [=] {
            return staff_for({.arrival_rate = 10, .service_time = 1}, {.share = 0.8, .within = 0.1},
                             {.shrinkage = share});
        };
    };
    CHECK(refused_by(away(1)) == "must be 0 or greater and less than 1");
    CHECK(refused_by(away(-0.1)) == "must be 0 or greater and less than 1");
    CHECK_THAT(refusal_text(away(1)), ContainsSubstring("staff_for_test.cpp:"));
}

} // namespace staff_for_test
