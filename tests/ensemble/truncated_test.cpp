#include <orgscale/ensemble/truncated.hpp>

#include <cmath>

#include <boost/math/distributions/exponential.hpp>
#include <boost/math/distributions/normal.hpp>

#include <orgscale/ensemble/fixed.hpp>
#include <orgscale/ensemble/mixture.hpp>
#include <orgscale/ensemble/uniform.hpp>

#include "catch.hpp"
#include "doubles.hpp"
#include "refusal.hpp"

namespace truncated_test {

using namespace orgscale;

TEST_CASE("truncated: a uniform distribution stays uniform", "[ensemble]")
{
    const truncated law(uniform(0, 10), 2, 6);
    const uniform   left(2, 6);
    for (const double u : {0.01, 0.3, 0.99}) {
        CHECK_THAT(quantile(law, u), WithinRel(quantile(left, u), 1e-14));
        CHECK_THAT(cdf(law, 2 + 4 * u), WithinRel(u, 1e-14));
    }
    CHECK(support(law) == std::pair{2.0, 6.0});
    CHECK(cdf(law, 1.9) == 0);
    CHECK(cdf(law, 6.1) == 1);
}

TEST_CASE("truncated: an exponential distribution truncated below is shifted", "[ensemble]")
{
    // It is memoryless: beyond a it is itself, shifted by a.
    const boost::math::exponential plain(0.7);
    const truncated                law(plain, 3, infinite);
    for (const double u : {0.01, 0.3, 0.99})
        CHECK_THAT(quantile(law, u), WithinRel(3 + quantile(plain, u), 1e-13));
    CHECK(support(law) == std::pair{3.0, infinite});
}

TEST_CASE("truncated: the median of a half-normal distribution", "[ensemble]")
{
    // The probability between 0 and the 0.75 quantile, doubled, is one half.
    const boost::math::normal standard;
    CHECK_THAT(quantile(truncated(standard, 0, infinite), 0.5),
               WithinRel(quantile(standard, 0.75), 1e-14));
}

TEST_CASE("truncated: stays within its bounds for u close to 0 and 1", "[ensemble]")
{
    const truncated law(boost::math::normal(0, 1), -1, 2);
    CHECK(quantile(law, 0x1p-53) >= -1);
    CHECK(quantile(law, 1 - 0x1p-53) <= 2);
    const truncated wider(uniform(0, 1), -5, 5);
    CHECK_THAT(quantile(wider, 0.5), WithinRel(0.5, 1e-15));
    CHECK(support(wider) == std::pair{0.0, 1.0});
}

TEST_CASE("truncated: refuses bounds without probability between them", "[ensemble]")
{
    CHECK(refused_by([] { return truncated(uniform(0, 1), 2, 3); }) ==
          "the distribution has no probability between the bounds");
    for (const double from : {1.0, 8.5, 30.0}) // the probability there is lost to rounding
        CHECK(refused_by([&] {
                  return truncated(boost::math::normal(0, 0.125), from * 8, infinite);
              }) == "the distribution has no probability between the bounds");
    CHECK(refusal([] { return truncated(uniform(0, 1), 1, 2); }));
    CHECK(refusal([] { return truncated(uniform(0, 1), -2, 0); }));
    CHECK_FALSE(refusal([] { return truncated(boost::math::normal(0, 1), -37, -36); }));
    CHECK(refused_by([] { return truncated(uniform(0, 1), 0.5, 0.5); }) ==
          "a truncated distribution needs from < to");
    CHECK_THAT(refusal_text([] { return truncated(uniform(0, 1), 2, 3); }),
               ContainsSubstring("truncated_test.cpp:"));
}

TEST_CASE("truncated: names its distribution", "[ensemble]")
{
    CHECK(name(truncated(boost::math::normal(0, 1), 0, 1)) == "truncated normal");
}

TEST_CASE("truncated: is finite at the largest probability drawn, with an infinite bound",
          "[ensemble]")
{
    // The probability 0.02 + u 0.98 rounds to 1.
    for (const double from : {-9.0, -2.0, 0.0, 3.0, 7.0}) {
        const truncated law(boost::math::normal(0, 1), from, infinite);
        CHECK(std::isfinite(quantile(law, 1 - 0x1p-53)));
        CHECK(quantile(law, 0x1p-53) >= from);
    }
    CHECK(std::isfinite(quantile(truncated(boost::math::normal(0, 1), -infinite, 2), 0x1p-53)));
}

TEST_CASE("truncated: keeps a fixed number at a bound", "[ensemble]")
{
    // Half of it is 1, the rest is uniform in (0, 2): from 1 on, 1 has probability 2/3.
    const mixture   half{{{0.5, fixed(1)}, {0.5, uniform(0, 2)}}};
    const truncated from_one(half, 1, 5);
    CHECK_THAT(cdf(from_one, 1), WithinRel(2.0 / 3, 1e-14));
    CHECK(quantile(from_one, 0.6) == 1);
    const truncated to_one(half, 0, 1);
    CHECK_THAT(cdf(to_one, 0.999999), WithinAbs(1.0 / 3, 1e-6));
    CHECK(quantile(to_one, 0.5) == 1);
    CHECK(cdf(to_one, 1) == 1);
}

} // namespace truncated_test
