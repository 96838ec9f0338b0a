#include <orgscale/fit/forecast.hpp>

#include <cmath>
#include <vector>

#include <catch.hpp>
#include <recorded_growth.hpp>

namespace forecast_test {

using namespace orgscale;
using recorded_growth::recorded, recorded_growth::steps;

TEST_CASE("forecast: of an exponential with little noise goes on", "[fit]")
{
    const auto size = [](double t) { return 50 * std::exp(0.1 * t); };
    const auto bands =
        forecast(steps(0, 25), recorded(25, 0.01, 1, size), steps(25, 5), {.draws = 400});
    REQUIRE(bands.size() == 5);
    for (const auto& band : bands) {
        REQUIRE(band.high);
        CHECK(band.low < size(band.time));
        CHECK(*band.high > size(band.time));
        CHECK(band.low < band.median);
        CHECK(band.median < *band.high);
    }
    CHECK(*bands[4].high / bands[4].low > *bands[0].high / bands[0].low); // it fans out
    // One step ahead of a known law the band is that of the noise, and somewhat wider.
    CHECK(*bands[0].high / bands[0].low > std::exp(2 * 1.645 * 0.01));
    CHECK(*bands[0].high / bands[0].low < std::exp(2 * 1.645 * 0.03));
}

TEST_CASE("forecast: the encyclopedia of 2022 lies in the band of 2011", "[fit]")
{
    const std::vector<double> articles{19700,   96500,   188800,  438500,  895000,
                                       1560000, 2153000, 2679000, 3144000, 3518000};
    const auto                bands =
        forecast(steps(2002, 10), articles, std::vector<double>{2022}, {.draws = 1000});
    REQUIRE(bands.size() == 1);
    CHECK(bands[0].low < 6431400); // one law's bands end at 4.0 and 4.8 million
    CHECK((!bands[0].high || *bands[0].high > 6431400));
}

TEST_CASE("forecast: a level stays near it", "[fit]")
{
    const auto y     = recorded(20, 0.05, 8, [](double) { return 100; });
    const auto bands = forecast(steps(0, 20), y, steps(20, 3), {.draws = 400});
    REQUIRE(bands.size() == 3);
    CHECK(bands[2].low > 60);
    CHECK(bands[2].low < 100);
    REQUIRE(bands[2].high);
    CHECK(*bands[2].high < 150);
    CHECK(*bands[2].high > 100);
}

TEST_CASE("forecast: the same seed gives the same bands", "[fit]")
{
    const auto y     = recorded(12, 0.05, 2, [](double t) { return 100 + 10 * t; });
    const auto one   = forecast(steps(0, 12), y, steps(12, 2), {.draws = 100, .seed = 3});
    const auto again = forecast(steps(0, 12), y, steps(12, 2), {.draws = 100, .seed = 3});
    const auto other = forecast(steps(0, 12), y, steps(12, 2), {.draws = 100, .seed = 4});
    CHECK(one[1].median == again[1].median);
    CHECK(one[1].median != other[1].median);
}

TEST_CASE("forecast: too few figures have no future", "[fit]")
{
    CHECK(forecast(steps(0, 5), std::vector<double>{1, 2, 3, 4, 5}, steps(5, 1)).empty());
    CHECK_THROWS_AS(forecast(steps(0, 9), std::vector<double>(9, 1.0), steps(8, 1)),
                    parameter_error);
    CHECK_THROWS_AS(forecast(steps(0, 9), std::vector<double>(8, 1.0), steps(9, 1)),
                    parameter_error);
}

TEST_CASE("forecast: defaults are the documented ones", "[fit]")
{
    const forecast_options options;
    CHECK(options.level == 0.9);
    CHECK(options.draws == 2000);
    CHECK(options.seed == 1);
}

} // namespace forecast_test
