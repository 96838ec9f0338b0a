#include <orgscale/fit/calibrate_options.hpp>

#include <catch.hpp>

namespace calibrate_options_test {

using namespace orgscale;

TEST_CASE("calibrate options: without any, an optimum must be confirmed and runs start at 0",
          "[fit]")
{
    const calibrate_options usual;
    CHECK(usual.starts > 1);
    CHECK(usual.from == 0);
}

} // namespace calibrate_options_test
