#include <orgscale/core/geometric_sum.hpp>

#include <cmath>

#include <catch.hpp>
#include <doubles.hpp>
#include <slopes.hpp>

namespace geometric_sum_test {

using orgscale::geometric_sum;

TEST_CASE("geometric_sum: it is the sum of powers, for any ratio", "[core]")
{
    for (const double y : {0.0, 0.01, 0.49, 0.5, 0.99, 1.0, 1.0 + 1e-12, 2.0, 7.0}) {
        double sum = 0, power = 1;
        for (int length = 0; length < 12; ++length) {
            CHECK_THAT(geometric_sum(y, static_cast<double>(length)), WithinRel(sum, 64 * ulp));
            sum += power;
            power *= y;
        }
    }
    CHECK(geometric_sum(1.0, 2.5) == 2.5);
    CHECK_THAT(geometric_sum(4.0, 2.5), WithinRel(31.0 / 3, 8 * ulp)); // (4^2.5 - 1)/3
}

TEST_CASE("geometric_sum: slopes agree with differences, at a ratio of 1, too", "[core]")
{
    const auto by_ratio = []<class R>(const R& y) -> R { return geometric_sum(y, R(4.5)); };
    for (const double y : {0.25, 0.75, 1.0, 3.0})
        CHECK_THAT(slope_of_dual(by_ratio, y),
                   WithinRel(slope_of_differences(by_ratio, y), slope_error));
}

} // namespace geometric_sum_test
