#include <orgscale/fit/profile_options.hpp>

#include <catch.hpp>

namespace profile_options_test {

using namespace orgscale;

TEST_CASE("profile options: 95 percent, by the criterion that fits the noise", "[fit]")
{
    const profile_options usual;
    CHECK(usual.level == 0.95);
    CHECK(usual.criterion == profile_criterion::automatic);
    CHECK_FALSE(usual.high_limit);
}

} // namespace profile_options_test
