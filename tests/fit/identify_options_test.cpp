#include <orgscale/fit/identify_options.hpp>

#include <catch.hpp>

namespace identify_options_test {

using namespace orgscale;

TEST_CASE("identify options: a set of laws, all by default", "[fit]")
{
    constexpr laws_to_compare two{growth_law::linear, growth_law::bass};
    static_assert(two.bits() == (1U | 1U << 7));
    CHECK((laws_to_compare{}.bits() & 1023U) == 1023U);
    CHECK_THROWS_AS((identify_options{.confidence = 1}), parameter_error);
    CHECK_THROWS_AS((identify_options{.tolerance = 0}), parameter_error);
}

TEST_CASE("identify options: defaults are the documented ones", "[fit]")
{
    const identify_options options;
    CHECK(options.confidence == 0.9);
    CHECK(options.level == 0.95);
    CHECK(options.tolerance == 0.05);
    CHECK_FALSE(options.rounding);
    CHECK(options.fewest == 8);
    CHECK(options.resamples == 399);
    CHECK(options.seed == 1);
    CHECK(options.back_tests);
}

} // namespace identify_options_test
