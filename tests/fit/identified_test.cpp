#include <orgscale/fit/identified.hpp>

#include <catch.hpp>

namespace identified_test {

using namespace orgscale;

TEST_CASE("identified: nothing is known before there are data", "[fit]")
{
    const identified nothing;
    CHECK(nothing.verdict == growth_verdict::not_enough_data);
    CHECK(nothing.probability(growth_verdict::linear) == 0);
    CHECK(nothing.probability(growth_verdict::not_enough_data) == 0); // not a law
    CHECK_FALSE(nothing.ceiling);
    identified some;
    some.probabilities[4] = 0.25;
    CHECK(some.probability(growth_verdict::saturating) == 0.25);
}

} // namespace identified_test
