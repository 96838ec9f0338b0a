#include <orgscale/queueing/queue_demand.hpp>

#include <cmath>
#include <string>
#include <vector>

#include <catch.hpp>
#include <description.hpp>
#include <refusal.hpp>

namespace queue_demand_test {

using namespace orgscale;

TEST_CASE("queue_demand: its load is the arrivals during a service", "[queueing]")
{
    STATIC_REQUIRE(queue_demand<>{.arrival_rate = 4, .service_time = 3}.load() == 12);
    STATIC_REQUIRE(queue_demand<>{.arrival_rate = 4, .service_time = 3}.patience ==
                   infinity<double>());
    // 100 calls in half an hour at three minutes each.
    CHECK(queue_demand<>{.arrival_rate = 200, .service_time = 0.05}.load() == 10);
}

TEST_CASE("queue_demand: describes itself and refuses values out of range", "[queueing]")
{
    const queue_demand<> calls{.arrival_rate = 4, .service_time = 3};
    CHECK(wrong_in_description(calls).empty());
    CHECK(names_of(calls) == std::vector<std::string>{"arrival_rate", "service_time", "patience"});
    for (const double bad : {0.0, -1.0, infinity<double>(), std::nan("")})
        for (const char* name : {"arrival_rate", "service_time"})
            CHECK(refused_by([=] { return with(calls, {{name, bad}}); }) ==
                  "must be greater than 0 and finite");
    for (const double bad : {0.0, -1.0, std::nan("")})
        CHECK(refused_by([=] { return with(calls, {{"patience", bad}}); }) ==
              "must be greater than 0");
    CHECK_THAT(refusal_text([] { return queue_demand<>{.arrival_rate = -4, .service_time = 3}; }),
               ContainsSubstring("queue_demand_test.cpp:"));
}

} // namespace queue_demand_test
