#include <orgscale/core/select.hpp>

#include <cmath>
#include <limits>

#include <catch.hpp>
#include <number_types.hpp>

namespace select_test {

using namespace orgscale;

constexpr double nan_value = std::numeric_limits<double>::quiet_NaN();

TEST_CASE("select: takes the first where the condition holds, else the second", "[core]")
{
    STATIC_REQUIRE(select(true, 1.0, 2.0) == 1.0);
    STATIC_REQUIRE(select(false, 1.0, 2.0) == 2.0);
}

TEST_CASE("select: the value that is not chosen may be anything", "[core]")
{
    CHECK(select(true, 1.0, nan_value) == 1.0);
    CHECK(select(false, nan_value, 2.0) == 2.0);
}

TEST_CASE("select: least and greatest agree with the order of numbers", "[core]")
{
    STATIC_REQUIRE(least(1.0, 2.0) == 1.0);
    STATIC_REQUIRE(least(2.0, 1.0) == 1.0);
    STATIC_REQUIRE(greatest(1.0, 2.0) == 2.0);
    STATIC_REQUIRE(greatest(2.0, 1.0) == 2.0);
    STATIC_REQUIRE(least(-1.0F, 1.0F) == -1.0F);
}

TEST_CASE("select: infinity is a bound that does not bind", "[core]")
{
    STATIC_REQUIRE(least(3.0, infinity<double>()) == 3.0);
    STATIC_REQUIRE(greatest(3.0, -infinity<double>()) == 3.0);
    STATIC_REQUIRE(least(infinity<double>(), 3.0) == 3.0);
}

TEST_CASE("select: a computed NaN stays NaN, whatever the bound", "[core]")
{
    CHECK(std::isnan(least(nan_value, 1.0)));
    CHECK(std::isnan(greatest(nan_value, 1.0)));
    // The bound is a parameter and obeys its rule; that it is lost here is what the header says.
    CHECK(least(1.0, nan_value) == 1.0);
    CHECK(greatest(1.0, nan_value) == 1.0);
}

TEST_CASE("select: of equal numbers the value is taken and not the bound", "[core]")
{
    // Their derivatives tell them apart.
    CHECK(least(tangent(2, {5}), tangent(2, {7})).slope() == 5);
    CHECK(greatest(tangent(2, {5}), tangent(2, {7})).slope() == 5);
}

TEST_CASE("select: the derivative is that of the chosen one", "[core]")
{
    CHECK(least(tangent(1, {5}), tangent(2, {7})).slope() == 5);
    CHECK(least(tangent(3, {5}), tangent(2, {7})).slope() == 7);
    CHECK(greatest(tangent(1, {5}), tangent(2, {7})).slope() == 7);
    CHECK(select(true, tangent(1, {5}), tangent(2, {7})).slope() == 5);
}

TEST_CASE("select: every of a condition is the condition", "[core]")
{
    STATIC_REQUIRE(every(true));
    STATIC_REQUIRE_FALSE(every(false));
}

#ifdef ORGSCALE_TESTS_HAVE_LANES

TEST_CASE("select: lanes are chosen one by one", "[core]")
{
    const four_lanes rising([](auto lane) { return static_cast<double>(lane); }); // 0 1 2 3
    const four_lanes chosen = select(rising < 2, four_lanes(-1), four_lanes(+1));
    for (std::size_t lane = 0; lane < 4; ++lane) CHECK(chosen[lane] == (lane < 2 ? -1 : +1));
}

TEST_CASE("select: least and greatest of lanes are taken one by one", "[core]")
{
    const four_lanes rising([](auto lane) { return static_cast<double>(lane); });
    const four_lanes low  = least(rising, four_lanes(1.5));
    const four_lanes high = greatest(rising, four_lanes(1.5));
    for (std::size_t lane = 0; lane < 4; ++lane) {
        CHECK(low[lane] == std::fmin(static_cast<double>(lane), 1.5));
        CHECK(high[lane] == std::fmax(static_cast<double>(lane), 1.5));
    }
}

TEST_CASE("select: every needs all lanes", "[core]")
{
    const four_lanes rising([](auto lane) { return static_cast<double>(lane); });
    CHECK(every(rising >= 0));
    CHECK_FALSE(every(rising >= 1));
    CHECK_FALSE(every(rising > 7));
}

#endif

} // namespace select_test
