#include <orgscale/organization/observed_state.hpp>

#include <array>

#include <catch.hpp>
#include <plain_numbers.hpp>

#include <orgscale/core/with_real.hpp>

namespace observed_state_test {

using namespace orgscale;

TEST_CASE("observed_state: extends growth_state by the perceived load", "[organization]")
{
    const observed_state<> x{.people = 1, .customers = 2, .perceived = 3};
    CHECK(to_array<double>(x) == std::array{1.0, 2.0, 3.0});
    CHECK(from_array<observed_state<>>(std::array{1.0, 2.0, 3.0}).perceived == 3);
}

TEMPLATE_LIST_TEST_CASE("observed_state: is a state in every number type", "[organization]",
                        plain_number_types)
{
    STATIC_REQUIRE(state<observed_state<TestType>, TestType>);
    STATIC_REQUIRE(dimension<observed_state<TestType>, TestType> == 3);
    STATIC_REQUIRE(
        std::is_same_v<with_real_t<observed_state<>, TestType>, observed_state<TestType>>);
}

} // namespace observed_state_test
