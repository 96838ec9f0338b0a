#include <orgscale/growth/plain_service.hpp>

#include <catch.hpp>
#include <description.hpp>
#include <number_types.hpp>

using namespace orgscale;

TEST_CASE("plain_service: each who answers serves as many, whatever the customers", "[growth]")
{
    const plain_service<> rule;
    CHECK(rule.self_service_ratio(4, 0.25, 10) == 1);
    CHECK(rule.self_service_ratio(4, 0.25, 1e9) == 1);
    CHECK(rule.self_service_ratio(0, 0.25, 10) == 0);
    CHECK(rule.self_service_ratio(4, 0, 10) == 0);
}

TEMPLATE_LIST_TEST_CASE("plain_service: is a policy in every number type", "[growth]", number_types)
{
    STATIC_REQUIRE(service_policy<plain_service<TestType>, TestType>);
    const auto ratio = []<class R>(const R& share) -> R {
        return plain_service<R>{}.self_service_ratio(R(3), share, R(100));
    };
    CHECK(farthest_from_double<TestType>(ratio, {0, 0.25, 0.5, 1}) < 2 * rounding<TestType>);
}
