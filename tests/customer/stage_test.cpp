#include <orgscale/customer/stage.hpp>

#include <optional>
#include <string_view>
#include <vector>

#include <catch.hpp>

namespace stage_test {

using namespace orgscale;

TEST_CASE("stage: six stages lead from product-market fit to scaled operations", "[customer]")
{
    std::vector<std::string_view> names;
    for (std::optional<stage> at = stage::product_market_fit; at; at = next(*at))
        names.emplace_back(name(*at));
    CHECK(names == std::vector<std::string_view>{"product-market fit", "repeatable sales",
                                                 "reliable delivery", "shared decisions",
                                                 "economies of scale", "scaled operations"});
}

TEST_CASE("stage: stages are ordered", "[customer]")
{
    STATIC_REQUIRE(stage::product_market_fit < stage::repeatable_sales);
    STATIC_REQUIRE(stage::repeatable_sales < stage::reliable_delivery);
    STATIC_REQUIRE(stage::reliable_delivery < stage::shared_decisions);
    STATIC_REQUIRE(stage::shared_decisions < stage::economies_of_scale);
    STATIC_REQUIRE(stage::economies_of_scale < stage::scaled_operations);
    STATIC_REQUIRE(static_cast<int>(stage::product_market_fit) == 1);
    STATIC_REQUIRE(static_cast<int>(stage::scaled_operations) == 6);
}

TEST_CASE("stage: nothing follows the last", "[customer]")
{
    STATIC_REQUIRE_FALSE(next(stage::scaled_operations));
    STATIC_REQUIRE(next(stage::economies_of_scale) == stage::scaled_operations);
}

TEST_CASE("stage: an invalid value has the name unknown", "[customer]")
{
    CHECK(std::string_view{name(static_cast<stage>(7))} == "unknown");
    CHECK(std::string_view{name(static_cast<stage>(0))} == "unknown");
    CHECK_FALSE(next(static_cast<stage>(7)));
    CHECK_FALSE(next(static_cast<stage>(0)));
}

} // namespace stage_test
