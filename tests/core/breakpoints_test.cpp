#include <orgscale/core/breakpoints.hpp>

#include <array>

#include <catch.hpp>

namespace breakpoints_test {

using namespace orgscale;

namespace {

struct lasting {
    using real_type = double;
};

struct changing {
    using real_type = double;
    static constexpr std::array<double, 2> breakpoints() { return {3, 5}; }
};

/// Again and again.
struct ticking {
    using real_type = double;
    static double next_breakpoint(double time) { return time < 1 ? 1 : time + 1; }
};

} // namespace

TEST_CASE("breakpoints: the next one after a time, from a list or from a rule", "[core]")
{
    STATIC_REQUIRE(has_breakpoints<changing>);
    STATIC_REQUIRE(has_breakpoints<ticking>);
    STATIC_REQUIRE_FALSE(has_breakpoints<lasting>);
    CHECK(next_breakpoint_of<double>(changing{}, 2) == 3);
    CHECK(next_breakpoint_of<double>(changing{}, 3) == 5);
    CHECK(next_breakpoint_of<double>(changing{}, 5) == infinity<double>());
    CHECK(next_breakpoint_of<double>(lasting{}, 0) == infinity<double>());
    CHECK(next_breakpoint_of<double>(ticking{}, 7) == 8);
}

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
