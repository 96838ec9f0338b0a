#include <orgscale/organization/customer_experience.hpp>

#include <type_traits>

#include <catch.hpp>
#include <plain_numbers.hpp>

namespace customer_experience_test {

using namespace orgscale;

TEMPLATE_LIST_TEST_CASE("customer_experience: works with every number type", "[organization]",
                        plain_number_types)
{
    STATIC_REQUIRE(std::is_aggregate_v<customer_experience<TestType>>);
    const customer_experience<TestType> felt{.wait       = TestType(2),
                                             .least_wait = TestType(1),
                                             .served     = TestType(1),
                                             .correct    = TestType(1),
                                             .churn      = TestType(0)};
    STATIC_REQUIRE(std::is_same_v<decltype(felt.wait), TestType>);
}

} // namespace customer_experience_test
