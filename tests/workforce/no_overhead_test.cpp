#include <orgscale/workforce/no_overhead.hpp>

#include <catch.hpp>
#include <description.hpp>

namespace no_overhead_test {

using namespace orgscale;

TEST_CASE("no_overhead: a team of any size loses nothing", "[workforce]")
{
    STATIC_REQUIRE(no_overhead<>{}.share(0) == 0);
    STATIC_REQUIRE(no_overhead<>{}.share(1e300) == 0);
}

TEST_CASE("no_overhead: has no parameters", "[workforce]")
{
    CHECK(wrong_in_description(no_overhead<>{}).empty());
    CHECK(names_of(no_overhead<>{}).empty());
}

} // namespace no_overhead_test
