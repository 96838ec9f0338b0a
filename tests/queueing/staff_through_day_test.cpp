#include <orgscale/queueing/staff_through_day.hpp>

#include <catch.hpp>

#include <orgscale/queueing/abandonment_goal.hpp>

namespace staff_through_day_test {

using namespace orgscale;

TEST_CASE("staff_through_day: each interval has the staff of its load", "[queueing]")
{
    const day_demand<>   day{.arrival_rates = {2, 8, 5}, .interval = 30, .service_time = 5};
    const service_goal<> goal{.share = 0.8, .within = 1};
    for (const load_rule rule : {load_rule::pointwise, load_rule::lagged, load_rule::modified}) {
        const auto staff = staff_through_day(day, goal, {.shrinkage = 0.25}, rule);
        REQUIRE(staff);
        const auto loads = day.loads(rule);
        for (std::size_t i = 0; i < loads.size(); ++i) {
            const auto here = staff_for({.arrival_rate = loads[i] / 5, .service_time = 5}, goal,
                                        {.shrinkage = 0.25});
            CHECK(staff->at(i).agents == here->agents);
            CHECK(staff->at(i).exact_paid == here->exact_paid);
        }
    }
}

TEST_CASE("staff_through_day: load lags behind demand, and so do agents", "[queueing]")
{
    const day_demand<> day{.arrival_rates = {4, 8, 4}, .interval = 10, .service_time = 10};
    const auto now  = staff_through_day(day, {.share = 0.8, .within = 1}, {}, load_rule::pointwise);
    const auto lags = staff_through_day(day, {.share = 0.8, .within = 1});
    REQUIRE((now && lags));
    CHECK(now->at(1).agents > lags->at(1).agents);
    CHECK(now->at(2).agents < lags->at(2).agents);
}

TEST_CASE("staff_through_day: an interval without arrivals has no agents", "[queueing]")
{
    const day_demand<> day{.arrival_rates = {0, 8},
                           .interval      = 30,
                           .service_time  = 5,
                           .patience      = 3,
                           .before        = before_day::closed};
    const auto         staff = staff_through_day(day, abandonment_goal<>{.share = 0.05});
    REQUIRE(staff);
    CHECK(staff->at(0).agents == 0);
    CHECK(staff->at(0).paid == 0);
    CHECK(staff->at(1).agents > 30);
    CHECK_FALSE(staff_through_day(day, abandonment_goal<>{.share = 0}));
}

} // namespace staff_through_day_test
