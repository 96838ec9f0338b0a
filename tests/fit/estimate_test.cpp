#include <orgscale/fit/estimate.hpp>

#include <limits>

#include <catch.hpp>
#include <refusal.hpp>

namespace estimate_test {

using namespace orgscale;

struct firm_state {
    double people, customers;
};

TEST_CASE("estimate: a parameter by name, without a range unless given", "[fit]")
{
    const auto free = estimate("churn");
    CHECK(free.name == "churn");
    CHECK_FALSE(free.start);
    CHECK(free.range.low == -std::numeric_limits<double>::infinity());
    const auto narrow = estimate("churn", {.low = 0.1, .high = 0.5});
    CHECK(narrow.range.low == 0.1);
    CHECK(narrow.range.high == 0.5);
}

TEST_CASE("estimate: a field of the start, or the start of a law", "[fit]")
{
    const auto customers = estimate("start.customers", &firm_state::customers);
    REQUIRE(customers.start);
    CHECK(customers.start->index == 1);
    CHECK(customers.start->state == &detail::type_mark<firm_state>);
    CHECK(estimate_start("start").start->index == 0);
}

TEST_CASE("estimate: refuses a range without room", "[fit]")
{
    CHECK(refused_by([] { return estimate("churn", {.low = 1, .high = 1}); }) ==
          "low must lie below high");
}

} // namespace estimate_test
