#include <orgscale/workforce/project_state.hpp>

#include <array>

#include <catch.hpp>
#include <plain_numbers.hpp>

namespace project_state_test {

using namespace orgscale;

TEST_CASE("project_state: lists the work, then new and experienced people", "[workforce]")
{
    constexpr project_state<> x{.requirements = 500, .new_people = 3, .experienced_people = 20};
    STATIC_REQUIRE(to_array<double>(x) == std::array{500.0, 3.0, 20.0});
    STATIC_REQUIRE(from_array<project_state<>>(std::array{500.0, 3.0, 20.0}).new_people == 3);
}

TEMPLATE_LIST_TEST_CASE("project_state: is a state in every number type", "[workforce]",
                        plain_number_types)
{
    STATIC_REQUIRE(state<project_state<TestType>, TestType>);
    STATIC_REQUIRE(dimension<project_state<TestType>, TestType> == 3);
}

} // namespace project_state_test
