#include <orgscale/organization/no_budget.hpp>

#include <limits>
#include <tuple>
#include <type_traits>

#include <catch.hpp>

#include <orgscale/core/describe.hpp>

namespace no_budget_test {

using namespace orgscale;

TEST_CASE("no_budget: is empty and has no parameters", "[organization]")
{
    STATIC_REQUIRE(std::is_empty_v<no_budget<>>);
    STATIC_REQUIRE(std::tuple_size_v<decltype(no_budget<float>::parameters())> == 0);
    int visited = 0;
    for_each_parameter(no_budget<>{}, [&](const auto&, const auto&, const auto&) { ++visited; });
    CHECK(visited == 0);
}

TEST_CASE("no_budget: earns and pays nothing, and affords any hire", "[organization]")
{
    constexpr no_budget<> none;
    STATIC_REQUIRE(none.earnings(100, 10, 2) == 0);
    STATIC_REQUIRE(none.payroll(10, 2) == 0);
    CHECK(none.funds(0, -5) == std::numeric_limits<double>::infinity());
    CHECK(none.affordable(0, -5, 1) == std::numeric_limits<double>::infinity());
    CHECK(none.wage_step == 1);
    CHECK(none.cost_per_hire == 0);
}

} // namespace no_budget_test
