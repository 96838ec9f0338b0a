#include <orgscale/fit/open_interval.hpp>

#include <catch.hpp>

namespace open_interval_test {

using namespace orgscale;

TEST_CASE("open interval: a missing end bounds nothing", "[fit]")
{
    const open_interval both{2, 1, 3}, above{2, 1, {}}, none{};
    CHECK(both.contains(1));
    CHECK(both.contains(3));
    CHECK_FALSE(both.contains(0.9));
    CHECK_FALSE(both.contains(3.1));
    CHECK(above.contains(1e300));
    CHECK_FALSE(above.contains(0.9));
    CHECK(none.contains(-1e300));
}

} // namespace open_interval_test
