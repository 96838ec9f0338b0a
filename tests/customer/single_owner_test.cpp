#include <orgscale/customer/single_owner.hpp>

#include <catch.hpp>
#include <description.hpp>
#include <number_types.hpp>

using namespace orgscale;

TEST_CASE("single_owner: costs no delay and no decision", "[customer]")
{
    constexpr single_owner<> owner;
    for (const double people : {1.0, 2.0, 1000.0, 1e300}) {
        CHECK(owner.handoff_delay(people) == 0);
        CHECK(owner.decision_multiple(people) == 1);
    }
    STATIC_REQUIRE(owner.decision_multiple(3) == 1);
}

TEMPLATE_LIST_TEST_CASE("single_owner: answers alike in every number type", "[customer]",
                        number_types)
{
    STATIC_REQUIRE(ownership_policy<single_owner<TestType>, TestType>);
    const auto delay = []<class R>(const R& n) -> R { return single_owner<R>{}.handoff_delay(n); };
    const auto multiple = []<class R>(const R& n) -> R {
        return single_owner<R>{}.decision_multiple(n);
    };
    CHECK(answers<TestType>(delay, {1, 2, 50, 1e6}) == four_points{0, 0, 0, 0});
    CHECK(answers<TestType>(multiple, {1, 2, 50, 1e6}) == four_points{1, 1, 1, 1});
}

TEST_CASE("single_owner: doesn't change with the number of people", "[customer]")
{
    const single_owner<tangent> owner;
    CHECK(owner.handoff_delay(tangent::variable(5)).slope() == 0);
    CHECK(owner.decision_multiple(tangent::variable(5)).slope() == 0);
}

TEST_CASE("single_owner: has nothing to describe", "[customer]")
{
    CHECK(wrong_in_description(single_owner<>{}).empty());
    CHECK(names_of(single_owner<>{}).empty());
}
