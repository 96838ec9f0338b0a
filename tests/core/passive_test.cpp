#include <orgscale/core/passive.hpp>

#include <cmath>
#include <concepts>

#include <catch.hpp>

#include <orgscale/core/dual.hpp>

namespace passive_test {

using namespace orgscale;

TEST_CASE("passive: the value and the type of a number without its derivatives", "[core]")
{
    using nested = dual<dual<float, 2>, 3>;
    STATIC_REQUIRE(std::same_as<passive_t<nested>, float>);
    STATIC_REQUIRE(std::same_as<passive_t<double>, double>);
    STATIC_REQUIRE(has_derivatives<nested>);
    STATIC_REQUIRE(!has_derivatives<double>);
    CHECK(passive(nested(2.5)) == 2.5F);
    CHECK(plain(nested(2.5)) == 2.5);
}

TEST_CASE("passive: a number without a slope has NaN in its place", "[core]")
{
    const auto lost = without_slope(dual<>::variable(3));
    CHECK(lost.value() == 3);
    CHECK(std::isnan(lost.slope()));
    CHECK(without_slope(3.0) == 3.0);
}

} // namespace passive_test
