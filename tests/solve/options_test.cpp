#include <orgscale/solve/options.hpp>

#include <cmath>
#include <limits>

#include <catch.hpp>
#include <refusal.hpp>

namespace options_test {

using namespace orgscale;

TEST_CASE("options: the default tolerance is 1e-9", "[solve]")
{
    constexpr solve_options<> options{.to = 60};
    STATIC_REQUIRE(options.from == 0);
    STATIC_REQUIRE(options.relative == 1e-9);
    STATIC_REQUIRE(options.absolute == 1e-9);
}

TEST_CASE("options: the default tolerance suits the number type", "[solve]")
{
    STATIC_REQUIRE(default_tolerance<float>() > std::numeric_limits<float>::epsilon());
    STATIC_REQUIRE(default_tolerance<float>() < 1e-5F);
    STATIC_REQUIRE(static_cast<double>(default_tolerance<long double>()) == 1e-9);
}

TEST_CASE("options: refuse an end before the start, and a bad tolerance", "[solve]")
{
    CHECK_THROWS_AS((solve_options<>{.from = 2, .to = 1}), parameter_error);
    CHECK_THROWS_AS((solve_options<>{.to = std::nan("")}), parameter_error);
    CHECK_THROWS_AS((solve_options<>{.to = std::numeric_limits<double>::infinity()}),
                    parameter_error);
    CHECK_THROWS_AS((solve_options<>{.to = 1, .relative = 0}), parameter_error);
    CHECK_THROWS_AS((step_options<>{.absolute = -1}), parameter_error);
    CHECK_NOTHROW(solve_options<>{.from = 2, .to = 2});
}

} // namespace options_test
