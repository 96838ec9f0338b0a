#include <orgscale/core/relative_exponential.hpp>

#include <cmath>
#include <limits>

#include <catch.hpp>
#include <digits50.hpp>
#include <doubles.hpp>
#include <tangent.hpp>

namespace relative_exponential_test {

using orgscale::relative_exponential;

TEST_CASE("relative_exponential: (e^x - 1)/x with its derivative, also at and near 0", "[core]")
{
    for (const double x :
         {-700.0, -3.0, -0.26, -0.24, -1e-9, 1e-300, 1e-9, 0.2, 0.25, 0.3, 5.0, 600.0}) {
        const digits50 exact(x), e = exp(exact);
        // The usual formulas: near 0 they cancel some twenty of their digits, so from 1e-9 on.
        if (std::abs(x) < 1e-9) continue;
        CHECK_THAT(relative_exponential(x),
                   WithinRel(static_cast<double>((e - 1) / exact), 4 * ulp));
        const tangent with_slope = relative_exponential(tangent::variable(x));
        CHECK(with_slope.value() == relative_exponential(x));
        CHECK_THAT(
            with_slope.slope(),
            WithinRel(static_cast<double>((e * exact - (e - 1)) / (exact * exact)), 32 * ulp));
    }
    CHECK(relative_exponential(0.0) == 1);
    CHECK(relative_exponential(tangent::variable(0)).slope() == 0.5);
    CHECK_THAT(static_cast<double>(relative_exponential(digits50(0.125)) * digits50(0.125) -
                                   expm1(digits50(0.125))),
               WithinAbs(0, 1e-50));
}

TEST_CASE("compounded: what a flow grows to, for ever, too", "[core]")
{
    using orgscale::compounded;
    const double forever = std::numeric_limits<double>::infinity();
    CHECK(compounded(0.0, 3.0) == 3);
    CHECK_THAT(compounded(0.5, 2.0), WithinRel(2 * std::expm1(1.0), 4 * ulp));
    CHECK(compounded(-0.25, forever) == 4);
    CHECK(compounded(0.0, forever) == forever);
    CHECK(compounded(0.25, forever) == forever);
    CHECK(compounded(tangent::variable(0), tangent(3)).slope() == 4.5); // t²/2
}

} // namespace relative_exponential_test
