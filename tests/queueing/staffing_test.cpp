#include <orgscale/queueing/staffing.hpp>

#include <catch.hpp>

namespace staffing_test {

using namespace orgscale;

TEST_CASE("staffing: reports the cost of rounding once and twice", "[queueing]")
{
    // 13.25 at work over 0.7 is 18.9, but 14 over 0.7 is 20.
    constexpr staffing<> desk{.exact_agents           = 13.25,
                              .agents                 = 14,
                              .reached                = 0.85,
                              .occupancy              = 0.7,
                              .exact_paid             = 13.25 / 0.7,
                              .paid                   = 19,
                              .paid_by_rounding_twice = 20};
    STATIC_REQUIRE(desk.overstaffing() == 0.75);
    STATIC_REQUIRE(desk.over_rounding() == 1);
}

} // namespace staffing_test
