#include <orgscale/core/growth_shape.hpp>

#include <set>
#include <string>

#include <catch.hpp>

namespace growth_shape_test {

using namespace orgscale;

TEST_CASE("growth shape: every kind has its name", "[compare]")
{
    std::set<std::string> names;
    for (int kind = 0; kind <= static_cast<int>(growth_kind::undetermined); ++kind)
        names.insert(name(static_cast<growth_kind>(kind)));
    CHECK(names.size() == 7);
    CHECK(names.count("unknown") == 0);
}

TEST_CASE("growth shape: says nothing until it is told", "[compare]")
{
    constexpr growth_shape nothing;
    STATIC_REQUIRE(nothing.kind == growth_kind::undetermined);
    STATIC_REQUIRE_FALSE(nothing.order.has_value());
    STATIC_REQUIRE_FALSE(nothing.ceiling.has_value());
}

} // namespace growth_shape_test
