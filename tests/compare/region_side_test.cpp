#include <orgscale/compare/region_side.hpp>

#include <string_view>

#include <catch.hpp>

namespace region_side_test {

using orgscale::name, orgscale::region_side;

TEST_CASE("region_side: each side has its name", "[compare]")
{
    STATIC_REQUIRE(std::string_view{name(region_side::first)} == "first");
    STATIC_REQUIRE(std::string_view{name(region_side::second)} == "second");
    STATIC_REQUIRE(std::string_view{name(region_side::neither)} == "neither");
}

} // namespace region_side_test
