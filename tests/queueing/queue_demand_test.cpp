#include <orgscale/queueing/queue_demand.hpp>

#include <cmath>
#include <string>
#include <vector>

#include <catch.hpp>
#include <description.hpp>
#include <number_types.hpp>
#include <refusal.hpp>

using namespace orgscale;

TEST_CASE("queue_demand: its load is what comes during a service", "[queueing]")
{
    STATIC_REQUIRE(queue_demand<>{.arrival_rate = 4, .service_time = 3}.load() == 12);
    STATIC_REQUIRE(queue_demand<>{.arrival_rate = 4, .service_time = 3}.patience ==
                   infinity<double>());
    // 100 calls in half an hour at three minutes each.
    CHECK(queue_demand<>{.arrival_rate = 200, .service_time = 0.05}.load() == 10);
}

TEMPLATE_LIST_TEST_CASE("queue_demand: answers alike in every number type", "[queueing]",
                        number_types)
{
    STATIC_REQUIRE(fully_described<queue_demand<TestType>>);
    const auto load = []<class R>(const R& rate) -> R {
        return queue_demand<R>{.arrival_rate = rate, .service_time = R(3)}.load();
    };
    CHECK(farthest_from_double<TestType>(load, {0.5, 1, 100, 1e6}) == 0);
}

TEST_CASE("queue_demand: describes itself and refuses what nobody brings", "[queueing]")
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
