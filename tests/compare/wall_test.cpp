#include <orgscale/compare/wall.hpp>

#include <catch.hpp>
#include <referral_firm.hpp>

namespace wall_test {

using namespace orgscale;

TEST_CASE("wall: names one limit unless another binds too", "[compare]")
{
    constexpr wall<referral_firm> found{7, {500}, referral_firm::limit::settle, {}};
    STATIC_REQUIRE(found.limit == referral_firm::limit::settle);
    STATIC_REQUIRE(found.state.customers == 500);
    STATIC_REQUIRE_FALSE(found.cause);
    STATIC_REQUIRE_FALSE(found.also);
}

} // namespace wall_test
