#include <orgscale/solve/detail/zero_between.hpp>

#include <cmath>
#include <limits>
#include <optional>

#include <catch.hpp>
#include <doubles.hpp>

namespace zero_between_test {

using orgscale::detail::zero_between;

namespace {

/// The zero from 0 to 2, of a function that is negative first.
template <class Function>
double zero_of(const Function& function, std::optional<double>& gap)
{
    return zero_between(function, 0.0, 2.0, function(0.0), function(2.0), -1, gap);
}

} // namespace

TEST_CASE("zero_between: to rounding", "[solve]")
{
    std::optional<double> gap;
    CHECK_THAT(zero_of([](double t) { return t * t - 2; }, gap), WithinRel(std::sqrt(2.0), 2 * ulp));
    CHECK_FALSE(gap);
}

TEST_CASE("zero_between: beside an infinite value", "[solve]")
{
    std::optional<double> gap;
    const auto            pole = [](double t) {
        return t < 1.25 ? -std::numeric_limits<double>::infinity() : t;
    };
    CHECK_THAT(zero_of(pole, gap), WithinRel(1.25, 2 * ulp));
}

TEST_CASE("zero_between: where it meets NaN on its way, that is noted", "[solve]")
{
    std::optional<double> gap;
    const auto            missing = [](double t) {
        return t > 0.5 && t < 1.5 ? std::numeric_limits<double>::quiet_NaN() : t - 1;
    };
    static_cast<void>(zero_of(missing, gap));
    REQUIRE(gap);
    CHECK(*gap > 0.5);
    CHECK(*gap < 1.5);
}

} // namespace zero_between_test
