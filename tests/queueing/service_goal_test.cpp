#include <orgscale/queueing/service_goal.hpp>

#include <cmath>

#include <catch.hpp>
#include <plain_numbers.hpp>
#include <refusal.hpp>

namespace service_goal_test {

using namespace orgscale;

TEST_CASE("service_goal: counts all customers by default", "[queueing]")
{
    constexpr service_goal<> goal{.share = 0.8, .within = 20};
    STATIC_REQUIRE(goal.of == service_goal<>::customers::all);
    STATIC_REQUIRE(goal.share == 0.8);
}

TEMPLATE_LIST_TEST_CASE("service_goal: holds every number type", "[queueing]", plain_number_types)
{
    const service_goal<TestType> goal{.share = TestType(0.75), .within = TestType(20)};
    CHECK(every(TestType{goal.share} <= TestType(0.75)));
}

TEST_CASE("service_goal: refuses shares and times out of range", "[queueing]")
{
    for (const double bad : {0.0, -0.1, 1.1, std::nan("")})
        CHECK(refused_by([=] { return service_goal<>{.share = bad, .within = 20}; }) ==
              "must be greater than 0 and at most 1");
    for (const double bad : {-1.0, std::nan("")})
        CHECK(refused_by([=] { return service_goal<>{.share = 0.8, .within = bad}; }) ==
              "must be 0 or greater");
    CHECK_THAT(refusal_text([] { return service_goal<>{.share = 80, .within = 20}; }),
               ContainsSubstring("service_goal_test.cpp:"));
}

} // namespace service_goal_test
