#include <orgscale/fit/identified_curve.hpp>

#include <cmath>
#include <vector>

#include <catch.hpp>

#include <orgscale/fit/identify.hpp>

namespace identified_curve_test {

using namespace orgscale;

TEST_CASE("identified curve: is the law in the units of the figures", "[fit]")
{
    const identified_curve doubling{
        {detail::curve_family::power, 1}, 0, std::log(2.0), 2000, 5, 300};
    CHECK_THAT(doubling(2000), WithinRel(300.0, 1e-14));
    CHECK_THAT(doubling(2010), WithinRel(1200.0, 1e-14));
}

TEST_CASE("identified curve: identify gives that of each law", "[fit]")
{
    std::vector<double> years, sizes;
    for (int i = 0; i < 12; ++i) {
        years.push_back(2000 + i);
        sizes.push_back(250 + 40.5 * i);
    }
    const auto found = identify(years, sizes, {.back_tests = false});
    REQUIRE(found.laws.at(0).law == growth_law::linear);
    REQUIRE(found.laws[0].curve);
    for (std::size_t i = 0; i < 12; ++i)
        CHECK_THAT((*found.laws[0].curve)(years[i]), WithinRel(sizes[i], 1e-9)); // a search
    CHECK_THAT((*found.laws[0].curve)(2015), WithinRel(250 + 40.5 * 15, 1e-9));
}

} // namespace identified_curve_test
