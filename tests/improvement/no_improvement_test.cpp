#include <orgscale/improvement/no_improvement.hpp>

#include <catch.hpp>
#include <description.hpp>

namespace no_improvement_test {

using namespace orgscale;

TEST_CASE("no_improvement: productivity is 1 and defects are 0", "[improvement]")
{
    for (const double t : {-1e300, 0.0, 1e300, infinity<double>()}) {
        CHECK(no_improvement<>{}.productivity(t) == 1);
        CHECK(no_improvement<>{}.defects(t) == 0);
    }
    STATIC_REQUIRE(no_improvement<>{}.productivity(12) == 1);
}

TEST_CASE("no_improvement: has no parameters", "[improvement]")
{
    CHECK(wrong_in_description(no_improvement<>{}).empty());
    CHECK(names_of(no_improvement<>{}).empty());
}

} // namespace no_improvement_test
