#include <orgscale/growth/asymptotic_growth.hpp>

#include <limits>

#include <catch.hpp>
#include <doubles.hpp>
#include <tangent.hpp>
#include <wide.hpp>

namespace asymptotic_growth_test {

using namespace orgscale;

TEST_CASE("asymptotic_growth: the rate is the smallest of three, less churn", "[growth]")
{
    // In the order sell, decide, serve, churn.
    CHECK(slowest(1.0, 2.0, 3.0, 0.25).rate == 0.75);
    CHECK(slowest(1.0, 2.0, 3.0, 0.25).limit == growth_limit::sell);
    CHECK(slowest(2.0, 1.0, 3.0, 0.25).rate == 0.75);
    CHECK(slowest(2.0, 1.0, 3.0, 0.25).limit == growth_limit::decide);
    CHECK(slowest(3.0, 2.0, 1.0, 0.25).rate == 0.75);
    CHECK(slowest(3.0, 2.0, 1.0, 0.25).limit == growth_limit::serve);
    CHECK(slowest(2.0, 3.0, 1.0, 0.25).limit == growth_limit::serve);
    CHECK(slowest(3.0, 1.0, 2.0, 0.25).limit == growth_limit::decide);
    CHECK(slowest(1.0, 3.0, 2.0, 0.25).limit == growth_limit::sell);
}

TEST_CASE("asymptotic_growth: of equal terms, reports the one closer to demand", "[growth]")
{
    CHECK(slowest(1.0, 1.0, 1.0, 0.0).limit == growth_limit::sell);
    CHECK(slowest(2.0, 1.0, 1.0, 0.0).limit == growth_limit::decide);
    CHECK(slowest(1.0, 2.0, 1.0, 0.0).limit == growth_limit::sell);
}

TEST_CASE("asymptotic_growth: an infinite term does not limit", "[growth]")
{
    CHECK(slowest(0.5, infinite, infinite, 0.25).rate == 0.25);
    CHECK(slowest(0.5, infinite, infinite, 0.25).limit == growth_limit::sell);
    CHECK(slowest(0.5, infinite, -1.0, 0.25).rate == -1.25);
}

TEMPLATE_TEST_CASE("asymptotic_growth: works with every ordered number type", "[growth]", float,
                   long double, tangent)
{
    const auto answer = slowest(TestType(3), TestType(1), TestType(2), TestType(4));
    CHECK(static_cast<double>(answer.rate) == -3);
    CHECK(answer.limit == growth_limit::decide);
}

} // namespace asymptotic_growth_test
