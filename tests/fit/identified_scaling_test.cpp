#include <orgscale/fit/identified_scaling.hpp>

#include <catch.hpp>

namespace identified_scaling_test {

using namespace orgscale;

TEST_CASE("identified scaling: nothing is known before there are data", "[fit]")
{
    const identified_scaling nothing;
    CHECK(nothing.verdict == growth_verdict::not_enough_data);
    CHECK_FALSE(nothing.exponent);
    CHECK_FALSE(nothing.change);
    CHECK_FALSE(nothing.levels.estimate);
}

TEST_CASE("identified scaling: defaults are the documented ones", "[fit]")
{
    const scaling_options options;
    CHECK(options.level == 0.95);
    CHECK(options.margin == 0.05);
    CHECK(options.fewest == 10);
}

} // namespace identified_scaling_test
