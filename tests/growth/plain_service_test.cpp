#include <orgscale/growth/plain_service.hpp>

#include <catch.hpp>
#include <description.hpp>

namespace plain_service_test {

using namespace orgscale;

TEST_CASE("plain_service: each node serves the same number, whatever the customers", "[growth]")
{
    const plain_service<> rule;
    CHECK(rule.self_service_ratio(4, 0.25, 10) == 1);
    CHECK(rule.self_service_ratio(4, 0.25, 1e9) == 1);
    CHECK(rule.self_service_ratio(0, 0.25, 10) == 0);
    CHECK(rule.self_service_ratio(4, 0, 10) == 0);
}

} // namespace plain_service_test
