#include <orgscale/fit/value_interval.hpp>

#include <catch.hpp>

namespace value_interval_test {

using namespace orgscale;

TEST_CASE("value interval: without an end it contains everything on that side", "[fit]")
{
    const value_interval above{3.0, std::nullopt};
    CHECK(above.contains(3));
    CHECK(above.contains(1e300));
    CHECK_FALSE(above.contains(2.9));
    CHECK(value_interval{}.contains(0));
    CHECK_FALSE(value_interval{1.0, 2.0}.contains(2.1));
}

} // namespace value_interval_test
