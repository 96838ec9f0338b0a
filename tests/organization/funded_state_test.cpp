#include <orgscale/organization/funded_state.hpp>

#include <array>

#include <catch.hpp>
#include <plain_numbers.hpp>

#include <orgscale/core/with_real.hpp>

namespace funded_state_test {

using namespace orgscale;

TEST_CASE("funded_state: extends growth_state by cash", "[organization]")
{
    const funded_state<> x{.people = 1, .customers = 2, .cash = 3};
    CHECK(to_array<double>(x) == std::array{1.0, 2.0, 3.0});
    CHECK(from_array<funded_state<>>(std::array{1.0, 2.0, 3.0}).cash == 3);
}

TEMPLATE_LIST_TEST_CASE("funded_state: is a state in every number type", "[organization]",
                        plain_number_types)
{
    STATIC_REQUIRE(state<funded_state<TestType>, TestType>);
    STATIC_REQUIRE(dimension<funded_state<TestType>, TestType> == 3);
    STATIC_REQUIRE(std::is_same_v<with_real_t<funded_state<>, TestType>, funded_state<TestType>>);
}

} // namespace funded_state_test
