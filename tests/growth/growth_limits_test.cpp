#include <orgscale/growth/growth_limits.hpp>

#include <array>
#include <string>

#include <catch.hpp>
#include <plain_numbers.hpp>

namespace growth_limits_test {

using namespace orgscale;

TEST_CASE("growth_limits: each limit has its name", "[growth]")
{
    CHECK(std::string(name(growth_limit::sell)) == "sell");
    CHECK(std::string(name(growth_limit::decide)) == "decide");
    CHECK(std::string(name(growth_limit::serve)) == "serve");
    CHECK(std::string(name(growth_limit::recruit)) == "recruit");
    CHECK(std::string(name(growth_limit::need)) == "need");
    CHECK(std::string(name(static_cast<growth_limit>(99))) == "unknown");
    STATIC_REQUIRE(name(growth_limit::serve)[0] == 's');
}

TEST_CASE("growth_limits: rates are in the order of their names, demand first", "[growth]")
{
    constexpr growth_limits<> x{.sell = 0, .decide = 1, .serve = 2, .recruit = 3, .need = 4};
    const auto                rates = to_array<double>(x);
    for (const auto limit : {growth_limit::sell, growth_limit::decide, growth_limit::serve,
                             growth_limit::recruit, growth_limit::need})
        CHECK(rates[static_cast<std::size_t>(limit)] == static_cast<double>(limit));
}

TEMPLATE_LIST_TEST_CASE("growth_limits: works with every number type", "[growth]",
                        plain_number_types)
{
    STATIC_REQUIRE(state<growth_limits<TestType>, TestType>);
}

} // namespace growth_limits_test
