#include <orgscale/organization/customers_asked.hpp>

#include <catch.hpp>

namespace customers_asked_test {

using namespace orgscale;

TEST_CASE("customers_asked: names who asked, started and gave up", "[organization]")
{
    constexpr customers_asked<> now{.asked = 5, .started = 3, .given_up = 1};
    STATIC_REQUIRE(now.asked - now.started - now.given_up == 1);
}

} // namespace customers_asked_test
