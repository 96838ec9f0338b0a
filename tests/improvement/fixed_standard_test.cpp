#include <orgscale/improvement/fixed_standard.hpp>

#include <catch.hpp>
#include <description.hpp>

namespace fixed_standard_test {

using namespace orgscale;

TEST_CASE("fixed_standard: people work as they always have", "[improvement]")
{
    for (const double pressure : {0.0, 1.0, 1e300, infinity<double>()}) {
        CHECK(fixed_standard<>{}.exertion(pressure) == 1);
        CHECK(fixed_standard<>{}.rate(0.5, pressure) == 0);
    }
    STATIC_REQUIRE(fixed_standard<>{}.opening() == 1);
    STATIC_REQUIRE(fixed_standard<>{}.productivity(0.5) == 1);
}

TEST_CASE("fixed_standard: has no parameters", "[improvement]")
{
    CHECK(wrong_in_description(fixed_standard<>{}).empty());
    CHECK(names_of(fixed_standard<>{}).empty());
}

} // namespace fixed_standard_test
