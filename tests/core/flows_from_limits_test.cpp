#include <orgscale/core/flows_from_limits.hpp>

#include <catch.hpp>

namespace flows_from_limits_test {

using namespace orgscale;

TEST_CASE("flows_from_limits: names the limit that governs", "[core]")
{
    enum class limit { sell, serve };
    struct rates {
        double sell, serve;
    };
    constexpr flows_from_limits<double, rates, limit> now{{9, 4}, 4, 9, limit::serve};
    STATIC_REQUIRE(now.bottleneck() == limit::serve);
    STATIC_REQUIRE(now.inflow == now.limits.serve);
}

} // namespace flows_from_limits_test
