#include <orgscale/fit/least_squares_options.hpp>

#include <catch.hpp>

namespace least_squares_options_test {

using namespace orgscale;

TEST_CASE("least-squares options: without any, an optimum must be confirmed and nothing is bounded",
          "[fit]")
{
    const least_squares_options usual;
    CHECK(usual.starts > 1);
    CHECK(usual.low.empty());
    CHECK(usual.high.empty());
    CHECK(usual.acceleration);
}

} // namespace least_squares_options_test
