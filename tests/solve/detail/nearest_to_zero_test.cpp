#include <orgscale/solve/detail/nearest_to_zero.hpp>

#include <cmath>

#include <catch.hpp>
#include <doubles.hpp>

namespace nearest_to_zero_test {

using orgscale::detail::nearest_to_zero;

namespace {

/// Of a function from 0 to 1, where it has this sign.
template <class Function>
nearest_to_zero<Function, double> of(const Function& function, int sign)
{
    return {function, sign, {0, function(0)}, {1, function(1)}};
}

} // namespace

TEST_CASE("nearest_to_zero: a smooth extremum, to half of the digits", "[solve]")
{
    const auto above            = [](double t) { return (t - 0.3) * (t - 0.3) + 0.02; };
    const auto [time, distance] = of(above, 1).find();
    CHECK_THAT(time, WithinAbs(0.3, 1e-7));
    CHECK_THAT(distance, WithinRel(0.02, 1e-12));
    CHECK_FALSE(of(above, 1).is_sharp(time, distance));
    const auto beyond = [](double t) {
        return 0.02 - (t - 0.3) * (t - 0.3);
    }; // negative at both ends
    CHECK_THAT(of(beyond, -1).find().second, WithinRel(-0.02, 1e-12));
}

TEST_CASE("nearest_to_zero: a corner is sharp, and found to the last digit", "[solve]")
{
    const auto corner           = [](double t) { return std::abs(t - 1.0 / 3) + 1e-9; };
    const auto search           = of(corner, 1);
    const auto [time, distance] = search.find();
    REQUIRE(search.is_sharp(time, distance));
    const auto [sharp_time, sharp_distance] = search.sharpened(time);
    CHECK_THAT(sharp_time, WithinAbs(1.0 / 3, 4 * ulp));
    CHECK_THAT(sharp_distance, WithinAbs(1e-9, 4 * ulp));
}

} // namespace nearest_to_zero_test
