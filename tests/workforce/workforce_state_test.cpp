#include <orgscale/workforce/workforce_state.hpp>

#include <array>

#include <catch.hpp>
#include <plain_numbers.hpp>

namespace workforce_state_test {

using namespace orgscale;

TEST_CASE("workforce_state: lists rookies, then experienced people", "[workforce]")
{
    constexpr workforce_state<> x{.rookies = 3, .experienced = 40};
    STATIC_REQUIRE(to_array<double>(x) == std::array{3.0, 40.0});
    STATIC_REQUIRE(from_array<workforce_state<>>(std::array{3.0, 40.0}).experienced == 40);
}

TEMPLATE_LIST_TEST_CASE("workforce_state: is a state in every number type", "[workforce]",
                        plain_number_types)
{
    STATIC_REQUIRE(state<workforce_state<TestType>, TestType>);
    STATIC_REQUIRE(dimension<workforce_state<TestType>, TestType> == 2);
}

} // namespace workforce_state_test
