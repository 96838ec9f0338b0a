#include <orgscale/fit/forecast_band.hpp>

#include <catch.hpp>

namespace forecast_band_test {

using namespace orgscale;

TEST_CASE("forecast band: unbounded unless an end is given", "[fit]")
{
    const forecast_band band{1, 2, 0};
    CHECK_FALSE(band.high);
}

} // namespace forecast_band_test
