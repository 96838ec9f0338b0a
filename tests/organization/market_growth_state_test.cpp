#include <orgscale/organization/market_growth_state.hpp>

#include <array>

#include <catch.hpp>
#include <plain_numbers.hpp>

namespace market_growth_state_test {

using namespace orgscale;

TEST_CASE("market_growth_state: has ten levels, capacity last, after capacity on order",
          "[organization]")
{
    constexpr std::array            numbers{1.0, 2.0, 3.0, 4.0, 5.0, 6.0, 7.0, 8.0, 9.0, 10.0};
    constexpr market_growth_state<> x = from_array<market_growth_state<>>(numbers);
    STATIC_REQUIRE(to_array<double>(x) == numbers);
    STATIC_REQUIRE(x.salesmen == 1);
    STATIC_REQUIRE(x.backlog == 2);
    STATIC_REQUIRE(x.ordered == 7);
    STATIC_REQUIRE(x.capacity == 10);
}

TEST_CASE("market_growth_state: capacity on order is the sum of its three stages", "[organization]")
{
    constexpr market_growth_state<> x{1, 1, 1, 1, 1, 1, -8, 2, 4, 100};
    STATIC_REQUIRE(x.capacity_on_order() == -2);
}

TEMPLATE_LIST_TEST_CASE("market_growth_state: is a state in every number type", "[organization]",
                        plain_number_types)
{
    STATIC_REQUIRE(state<market_growth_state<TestType>, TestType>);
    STATIC_REQUIRE(dimension<market_growth_state<TestType>, TestType> == 10);
}

} // namespace market_growth_state_test
