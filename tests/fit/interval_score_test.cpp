#include <orgscale/fit/interval_score.hpp>

#include <cmath>
#include <limits>

#include <catch.hpp>

namespace interval_score_test {

using namespace orgscale;

TEST_CASE("interval score: width, and a penalty for what is missed", "[fit]")
{
    CHECK_THAT(interval_score(10, 20, 15, .05), WithinRel(10.0, 1e-14));
    CHECK_THAT(interval_score(10, 20, 22, .05), WithinRel(90.0, 1e-14));
    CHECK_THAT(interval_score(10, 20, 8.5, .1), WithinRel(40.0, 1e-14));
}

TEST_CASE("interval score: an unbounded end scores infinity", "[fit]")
{
    const double infinite = std::numeric_limits<double>::infinity();
    CHECK(std::isinf(interval_score(10, infinite, 15, .05)));
    CHECK(std::isinf(interval_score(-infinite, 10, 5, .05)));
}

TEST_CASE("interval score: refuses another level and ends in the wrong order", "[fit]")
{
    CHECK_THROWS_AS(interval_score(10, 20, 15, 0), parameter_error);
    CHECK_THROWS_AS(interval_score(10, 20, 15, 1), parameter_error);
    CHECK_THROWS_AS(interval_score(20, 10, 15, .05), parameter_error);
}

} // namespace interval_score_test
