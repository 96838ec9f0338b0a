#include <orgscale/compare/region_range.hpp>

#include <cmath>

#include <catch.hpp>
#include <doubles.hpp>
#include <refusal.hpp>

namespace region_range_test {

using orgscale::region_range;

TEST_CASE("region_range: from low to high, by equal differences or equal ratios", "[compare]")
{
    const region_range linear{"churn", -1, 3}, ratios{"sales_rate", 1, 100, true};
    CHECK_FALSE(linear.logarithmic);
    CHECK(linear.at(0) == -1);
    CHECK(linear.at(0.25) == 0);
    CHECK(linear.at(1) == 3);
    CHECK(ratios.at(0) == 1);
    CHECK_THAT(ratios.at(0.5), WithinRel(10.0, 4 * ulp));
    CHECK(ratios.at(1) == 100);
    CHECK(linear.at(-0.1) == -1); // not beyond the ends
    CHECK(linear.at(1.1) == 3);
}

TEST_CASE("region_range: refuses an empty range, and ratios from 0", "[compare]")
{
    CHECK(refused_by([] { return region_range{"x", 1, 1}; }) == "low must be less than high");
    CHECK(refused_by([] { return region_range{"x", 2, 1}; }) == "low must be less than high");
    CHECK(refused_by([] { return region_range{"x", 0, 1, true}; }) ==
          "low must be greater than 0 for equal ratios");
    CHECK(refused_by([] { return region_range{"x", 0, infinite}; }) == "must be finite");
    CHECK_THAT(refusal_text([] { return region_range{"x", 2, 1}; }),
               ContainsSubstring("region_range_test.cpp:"));
}

TEST_CASE("region_range: ends whose difference or ratio exceeds double", "[compare]")
{
    CHECK_THAT((region_range{"x", 1e-300, 1e300, true}.at(0.5)), WithinRel(1.0, 1e-12));
    CHECK_THAT((region_range{"x", 1e-300, 1e300, true}.at(0.9)), WithinRel(1e240, 1e-12));
    CHECK(region_range{"x", -1e308, 1e308}.at(0.5) == 0);
    CHECK_THAT((region_range{"x", -1e308, 1e308}.at(0.75)), WithinRel(5e307, 2 * ulp));
}

} // namespace region_range_test
