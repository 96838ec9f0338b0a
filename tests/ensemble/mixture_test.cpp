#include <orgscale/ensemble/mixture.hpp>

#include <cmath>
#include <limits>

#include <boost/math/distributions/lognormal.hpp>
#include <boost/math/distributions/normal.hpp>

#include <orgscale/ensemble/fixed.hpp>
#include <orgscale/ensemble/uniform.hpp>

#include "catch.hpp"
#include "refusal.hpp"

namespace mixture_test {

using namespace orgscale;

TEST_CASE("mixture: two uniform parts give a piecewise linear distribution", "[ensemble]")
{
    // Weights 1 to 3: a quarter is uniform in (0, 1), the rest in (1, 3).
    const mixture law{{{1, uniform(0, 1)}, {3, uniform(1, 3)}}};
    CHECK_THAT(quantile(law, 0.125), WithinRel(0.5, 1e-14));
    CHECK_THAT(quantile(law, 0.25), WithinRel(1.0, 1e-14));
    CHECK_THAT(quantile(law, 0.625), WithinRel(2.0, 1e-14));
    CHECK_THAT(cdf(law, 2), WithinRel(0.625, 1e-14));
    CHECK(support(law) == std::pair{0.0, 3.0});
}

TEST_CASE("mixture: quantile and cdf are inverse", "[ensemble]")
{
    const mixture law{{{0.7, boost::math::normal(-1, 0.5)},
                       {0.2, boost::math::lognormal(1, 0.5)},
                       {0.1, uniform(-10, 10)}}};
    // Near -10 a rounding of x changes the cdf by 5e-18, 5e-12 of the smallest probability tested.
    for (const double u : {1e-6, 0.001, 0.1, 0.5, 0.7, 0.95, 0.999999})
        CHECK_THAT(cdf(law, quantile(law, u)), WithinRel(u, 5e-11));
}

TEST_CASE("mixture: a mixture of one distribution is that distribution", "[ensemble]")
{
    const boost::math::lognormal alone(0, 1);
    const mixture                law{{{0.4, alone}}};
    for (const double u : {0.01, 0.5, 0.99})
        CHECK_THAT(quantile(law, u), WithinRel(quantile(alone, u), 1e-14));
}

TEST_CASE("mixture: a fixed part is drawn with its share", "[ensemble]")
{
    const mixture law{{{0.5, fixed(1)}, {0.5, uniform(1, 2)}}};
    CHECK_THAT(quantile(law, 0.2), WithinRel(1.0, 1e-14));
    CHECK_THAT(quantile(law, 0.49), WithinRel(1.0, 1e-14));
    CHECK_THAT(quantile(law, 0.75), WithinRel(1.5, 1e-14));
}

TEST_CASE("mixture: nothing is drawn from a gap between parts", "[ensemble]")
{
    const mixture law{{{0.5, uniform(0, 1)}, {0.5, uniform(10, 11)}}};
    CHECK(quantile(law, 0.499) <= 1);
    CHECK(quantile(law, 0.501) >= 10);
}

TEST_CASE("mixture: refuses an empty list, and shares that are not positive", "[ensemble]")
{
    CHECK(refused_by([] { return mixture{{}}; }) == "a mixture needs a part");
    CHECK(refusal([] { return mixture{{{0, uniform(0, 1)}}}; }));
    CHECK(refusal([] { return mixture{{{-1, uniform(0, 1)}, {2, uniform(0, 1)}}}; }));
    CHECK(refusal(
        [] { return mixture{{{std::numeric_limits<double>::infinity(), uniform(0, 1)}}}; }));
}

TEST_CASE("mixture: names its parts", "[ensemble]")
{
    const mixture law{{{0.5, uniform(0, 1)}, {0.5, boost::math::normal(0, 1)}}};
    CHECK(name(law) == "mixture of uniform, normal");
}

TEST_CASE("mixture: a fixed part is exact wherever it lies", "[ensemble]")
{
    const double  x = GENERATE(-0.3, 0.0, 0.1, 0.7);
    const mixture law{{{0.5, fixed(x)}, {0.5, uniform(-1, 1)}}};
    const double  below = (x + 1) / 4; // probability of the uniform part below x
    CHECK(quantile(law, below + 0.01) == x);
    CHECK(quantile(law, below + 0.49) == x);
    CHECK(quantile(law, below - 0.01) < x);
    CHECK(quantile(law, below + 0.51) > x);
}

TEST_CASE("mixture: refuses shares whose sum is infinite", "[ensemble]")
{
    CHECK(refused_by([] { return mixture{{{1e308, uniform(0, 1)}, {1e308, uniform(1, 2)}}}; }) ==
          "the shares of a mixture must have a finite sum");
}

TEST_CASE("mixture: is finite at the smallest and the largest probability drawn", "[ensemble]")
{
    const mixture law{{{0.5, boost::math::normal(0, 1)}, {0.5, boost::math::lognormal(0, 2)}}};
    CHECK(std::isfinite(quantile(law, 0x1p-53)));
    CHECK(std::isfinite(quantile(law, 1 - 0x1p-53)));
}

} // namespace mixture_test
