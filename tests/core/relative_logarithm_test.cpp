#include <orgscale/core/relative_logarithm.hpp>

#include <cmath>

#include <catch.hpp>
#include <digits50.hpp>
#include <doubles.hpp>
#include <tangent.hpp>

namespace relative_logarithm_test {

using orgscale::relative_logarithm;

TEST_CASE("relative_logarithm: ln(1 + x)/x with its derivative, also at and near 0", "[core]")
{
    for (const double x : {-0.999, -0.5, -0.126, -0.124, -1e-9, 1e-9, 0.124, 0.125, 0.3, 5.0, 1e9}) {
        const digits50 exact(x), l = log1p(exact);
        CHECK_THAT(relative_logarithm(x), WithinRel(static_cast<double>(l / exact), 4 * ulp));
        const tangent with_slope = relative_logarithm(tangent::variable(x));
        CHECK(with_slope.value() == relative_logarithm(x));
        CHECK_THAT(
            with_slope.slope(),
            WithinRel(static_cast<double>((exact / (1 + exact) - l) / (exact * exact)), 64 * ulp));
    }
    CHECK(relative_logarithm(0.0) == 1);
    CHECK(relative_logarithm(tangent::variable(0)).slope() == -0.5);
    CHECK_THAT(static_cast<double>(relative_logarithm(digits50(0.0625)) * digits50(0.0625) -
                                   log1p(digits50(0.0625))),
               WithinAbs(0, 1e-50));
}

} // namespace relative_logarithm_test
