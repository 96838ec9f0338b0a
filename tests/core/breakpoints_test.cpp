#include <orgscale/core/breakpoints.hpp>

#include <array>

#include <catch.hpp>

namespace breakpoints_test {

using namespace orgscale;

namespace {

struct lasting {};

struct changing {
    static constexpr std::array<double, 2> breakpoints() { return {3, 5}; }
};

} // namespace

TEST_CASE("breakpoints: none if a model reports none", "[core]")
{
    STATIC_REQUIRE(breakpoints_of<double>(lasting{}).empty());
    CHECK(breakpoints_of<double>(changing{}) == std::array{3.0, 5.0});
}

TEST_CASE("breakpoints: several lists are joined, including empty ones", "[core]")
{
    const std::array<double, 0> none{};
    CHECK(joined_breakpoints(changing::breakpoints(), none, std::array{1.0}) ==
          std::array{3.0, 5.0, 1.0});
    STATIC_REQUIRE(joined_breakpoints(none, none).empty());
}

} // namespace breakpoints_test
