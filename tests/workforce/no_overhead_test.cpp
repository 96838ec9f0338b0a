#include <orgscale/workforce/no_overhead.hpp>

#include <catch.hpp>
#include <description.hpp>
#include <number_types.hpp>

using namespace orgscale;

TEST_CASE("no_overhead: a team of any size loses nothing", "[workforce]")
{
    STATIC_REQUIRE(no_overhead<>{}.share(0) == 0);
    STATIC_REQUIRE(no_overhead<>{}.share(1e300) == 0);
}

TEMPLATE_LIST_TEST_CASE("no_overhead: is a policy in every number type", "[workforce]", number_types)
{
    STATIC_REQUIRE(overhead_policy<no_overhead<TestType>, TestType>);
    const auto share = []<class R>(const R& n) -> R { return no_overhead<R>{}.share(n); };
    CHECK(answers<TestType>(share, {0, 1, 30, 1e6}) == four_points{});
}

TEST_CASE("no_overhead: has nothing to describe", "[workforce]")
{
    CHECK(wrong_in_description(no_overhead<>{}).empty());
    CHECK(names_of(no_overhead<>{}).empty());
}
