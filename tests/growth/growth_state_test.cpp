#include <orgscale/growth/growth_state.hpp>

#include <array>

#include <catch.hpp>
#include <plain_numbers.hpp>

namespace growth_state_test {

using namespace orgscale;

TEST_CASE("growth_state: lists people, then customers", "[growth]")
{
    constexpr growth_state<> x{.people = 3, .customers = 40};
    STATIC_REQUIRE(to_array<double>(x) == std::array{3.0, 40.0});
    STATIC_REQUIRE(from_array<growth_state<>>(std::array{3.0, 40.0}).customers == 40);
}

TEMPLATE_LIST_TEST_CASE("growth_state: is a state in every number type", "[growth]",
                        plain_number_types)
{
    STATIC_REQUIRE(state<growth_state<TestType>, TestType>);
    STATIC_REQUIRE(dimension<growth_state<TestType>, TestType> == 2);
}

} // namespace growth_state_test
