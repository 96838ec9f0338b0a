#include <orgscale/customer/turned_away.hpp>

#include <catch.hpp>
#include <description.hpp>
#include <doubles.hpp>

namespace turned_away_test {

using namespace orgscale;

TEST_CASE("turned_away: nobody waits", "[customer]")
{
    constexpr turned_away<> intake;
    STATIC_REQUIRE(intake.given_up(0) == 0);
    STATIC_REQUIRE(intake.given_up(1e-300) == infinite);
    STATIC_REQUIRE(intake.given_up(5) == infinite);
}

TEST_CASE("turned_away: has no parameters", "[customer]")
{
    CHECK(wrong_in_description(turned_away<>{}).empty());
    CHECK(names_of(turned_away<>{}).empty());
}

} // namespace turned_away_test
