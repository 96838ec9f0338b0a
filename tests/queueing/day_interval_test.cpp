#include <orgscale/queueing/day_interval.hpp>

#include <catch.hpp>

namespace day_interval_test {

using namespace orgscale;

TEST_CASE("day_interval: holds averages and final values", "[queueing]")
{
    constexpr day_interval<> hour{
        .utilization = 0.9, .mean_queue = 2, .end_queue = 3, .end_number = 12};
    STATIC_REQUIRE(hour.end_number - hour.end_queue == 9);
}

} // namespace day_interval_test
