#include <orgscale/compare/region_options.hpp>

#include <cmath>

#include <catch.hpp>
#include <refusal.hpp>

namespace region_options_test {

using orgscale::region_options;

TEST_CASE("region_options: defaults", "[compare]")
{
    constexpr region_options options;
    STATIC_REQUIRE(options.tolerance == 1e-3);
    STATIC_REQUIRE(options.cells == 24);
    STATIC_REQUIRE_FALSE(options.smaller_is_better);
    STATIC_REQUIRE(options.margin == 1e-6);
}

TEST_CASE("region_options: refuses values outside their domain", "[compare]")
{
    for (const double bad : {0.0, -1.0, 1.5, std::nan("")})
        CHECK(refused_by([=] { return region_options{.tolerance = bad}; }) ==
              "must be greater than 0 and at most 1");
    for (const double bad : {1e-18, 9e-11}) // no finer than the rounding of places allows
        CHECK(refused_by([=] { return region_options{.tolerance = bad}; }) ==
              "tolerance must be 1e-10 or greater");
    for (const std::int64_t bad : {1, 0, 2001})
        CHECK(refused_by([=] { return region_options{.cells = bad}; }) == "cells must be 2 to 2000");
    CHECK(refused_by([] { return region_options{.margin = -1}; }) == "must be 0 or greater");
}

} // namespace region_options_test
