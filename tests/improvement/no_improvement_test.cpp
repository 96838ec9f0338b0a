#include <orgscale/improvement/no_improvement.hpp>

#include <catch.hpp>
#include <description.hpp>
#include <number_types.hpp>

using namespace orgscale;

TEST_CASE("no_improvement: work stays as it is", "[improvement]")
{
    for (const double t : {-1e300, 0.0, 1e300, infinity<double>()}) {
        CHECK(no_improvement<>{}.productivity(t) == 1);
        CHECK(no_improvement<>{}.defects(t) == 0);
    }
    STATIC_REQUIRE(no_improvement<>{}.productivity(12) == 1);
}

TEMPLATE_LIST_TEST_CASE("no_improvement: is a policy in every number type", "[improvement]",
                        number_types)
{
    STATIC_REQUIRE(improvement_policy<no_improvement<TestType>, TestType>);
    const auto productivity = []<class R>(const R& t) -> R {
        return no_improvement<R>{}.productivity(t);
    };
    const auto defects = []<class R>(const R& t) -> R { return no_improvement<R>{}.defects(t); };
    CHECK(answers<TestType>(productivity, {0, 1, 30, 1e6}) == four_points{1, 1, 1, 1});
    CHECK(answers<TestType>(defects, {0, 1, 30, 1e6}) == four_points{});
}

TEST_CASE("no_improvement: has nothing to describe", "[improvement]")
{
    CHECK(wrong_in_description(no_improvement<>{}).empty());
    CHECK(names_of(no_improvement<>{}).empty());
}
