#include <orgscale/customer/single_owner.hpp>

#include <catch.hpp>
#include <description.hpp>
#include <tangent.hpp>

namespace single_owner_test {

using namespace orgscale;

TEST_CASE("single_owner: causes no delay and no rework", "[customer]")
{
    constexpr single_owner<> owner;
    for (const double people : {1.0, 2.0, 1000.0, 1e300}) {
        CHECK(owner.handoff_delay(people) == 0);
        CHECK(owner.decision_multiple(people) == 1);
    }
    STATIC_REQUIRE(owner.decision_multiple(3) == 1);
}

TEST_CASE("single_owner: doesn't change with the number of people", "[customer]")
{
    const single_owner<tangent> owner;
    CHECK(owner.handoff_delay(tangent::variable(5)).slope() == 0);
    CHECK(owner.decision_multiple(tangent::variable(5)).slope() == 0);
}

TEST_CASE("single_owner: has no parameters", "[customer]")
{
    CHECK(wrong_in_description(single_owner<>{}).empty());
    CHECK(names_of(single_owner<>{}).empty());
}

} // namespace single_owner_test
