#include <orgscale/compare/wall_options.hpp>

#include <cmath>

#include <catch.hpp>

namespace wall_options_test {

using namespace orgscale;

TEST_CASE("wall_options: a shortage counts from a twentieth of demand by default", "[compare]")
{
    constexpr wall_options<> plain{.to = 10};
    STATIC_REQUIRE(plain.from == 0);
    STATIC_REQUIRE(plain.shortfall == 0.05);
}

TEST_CASE("wall_options: refuse a bad shortfall and an end before the start", "[compare]")
{
    CHECK_THROWS_AS((wall_options<>{.to = 10, .shortfall = 1}), parameter_error);
    CHECK_THROWS_AS((wall_options<>{.to = 10, .shortfall = -0.1}), parameter_error);
    CHECK_THROWS_AS((wall_options<>{.to = 10, .shortfall = std::nan("")}), parameter_error);
    CHECK_THROWS_AS((wall_options<>{.from = 11, .to = 10}), parameter_error);
}

} // namespace wall_options_test
