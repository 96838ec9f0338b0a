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

} // namespace identify_options_test
