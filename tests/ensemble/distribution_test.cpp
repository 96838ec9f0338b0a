#include <orgscale/ensemble/distribution.hpp>

#include <algorithm>
#include <cmath>

#include <boost/math/distributions/beta.hpp>
#include <boost/math/distributions/binomial.hpp>
#include <boost/math/distributions/exponential.hpp>
#include <boost/math/distributions/gamma.hpp>
#include <boost/math/distributions/geometric.hpp>
#include <boost/math/distributions/logistic.hpp>
#include <boost/math/distributions/lognormal.hpp>
#include <boost/math/distributions/negative_binomial.hpp>
#include <boost/math/distributions/normal.hpp>
#include <boost/math/distributions/pareto.hpp>
#include <boost/math/distributions/poisson.hpp>
#include <boost/math/distributions/students_t.hpp>
#include <boost/math/distributions/triangular.hpp>
#include <boost/math/distributions/weibull.hpp>

#include "catch.hpp"
#include "doubles.hpp"

namespace distribution_test {

using namespace orgscale;

namespace {

/// A user-defined law: the larger of two uniform numbers.
struct larger_of_two {
    friend double quantile(const larger_of_two&, double u) { return std::sqrt(u); }
    friend double cdf(const larger_of_two&, double x) { return x * x; }
    friend std::pair<double, double> support(const larger_of_two&) { return {0, 1}; }
};

struct named_law : larger_of_two {
    friend const char* name(const named_law&) { return "best of two"; }
};

} // namespace

TEST_CASE("distribution: agrees exactly with Boost.Math's", "[ensemble]")
{
    const boost::math::lognormal law(1.4, 0.3);
    const distribution           kept = law;
    for (const double u : {1e-12, 0.01, 0.5, 0.9, 1 - 1e-12}) {
        CHECK(quantile(kept, u) == quantile(law, u));
        CHECK(cdf(kept, quantile(law, u)) == cdf(law, quantile(law, u)));
    }
}

TEST_CASE("distribution: an unbounded support has infinite ends", "[ensemble]")
{
    CHECK(support(distribution{boost::math::normal(3, 1)}) == std::pair{-infinite, infinite});
    CHECK(support(distribution{boost::math::lognormal(0, 1)}) == std::pair{0.0, infinite});
    CHECK(support(distribution{boost::math::beta_distribution<>(2, 3)}) == std::pair{0.0, 1.0});
}

TEST_CASE("distribution: counts are drawn with their own mean", "[ensemble]")
{
    const auto check = [](const auto& law) {
        const distribution counts{law};
        constexpr int      draws = 20000;
        double             sum   = 0;
        for (int i = 0; i < draws; ++i) sum += quantile(counts, (i + 0.5) / draws);
        // The integral of a staircase, each of whose steps may be off by half a draw: up to 40 steps.
        CHECK_THAT(sum / draws, WithinAbs(mean(law), 20.0 / draws * 2));
        // And the two are inverse: n is reached from P(N <= n - 1) on, up to P(N <= n).
        for (double n = support(law).first; n < support(law).first + 12; ++n) {
            const double u = cdf(counts, n);
            CHECK_THAT(u, WithinRel(static_cast<double>(cdf(law, n)), 4 * ulp));
            if (!(u < 1 - 1e-9)) break;
            CHECK(quantile(counts, u * (1 - 1e-9)) == n);
            CHECK(quantile(counts, u) == n);
            CHECK(quantile(counts, u * (1 + 1e-9)) == n + 1);
            CHECK(cdf(counts, n + 0.75) == u);
        }
        CHECK(cdf(counts, support(law).first - 0.5) == 0);
        CHECK(cdf(counts, infinite) == 1);
    };
    check(boost::math::poisson(2.5));
    check(boost::math::poisson(0.01));
    check(boost::math::binomial(7, 0.3));
    check(boost::math::geometric(0.4));
    check(boost::math::negative_binomial(3, 0.5));
    // However their quantiles are rounded; by default away from the median.
    using namespace boost::math::policies;
    using upwards = policy<discrete_quantile<integer_round_up>>;
    check(boost::math::poisson_distribution<double, upwards>(2.5));
    check(boost::math::binomial_distribution<double, upwards>(7, 0.3));
}

TEST_CASE("distribution: takes user-defined laws, and copies are equal", "[ensemble]")
{
    const distribution law  = larger_of_two{};
    const distribution copy = law;
    CHECK_THAT(quantile(copy, 0.25), WithinRel(0.5, 1e-15));
    CHECK_THAT(cdf(copy, 0.5), WithinRel(0.25, 1e-15));
}

TEST_CASE("distribution: is named by its name(), or else by its type", "[ensemble]")
{
    CHECK(name(distribution{boost::math::normal(0, 1)}) == "normal");
    CHECK(name(distribution{boost::math::lognormal(0, 1)}) == "lognormal");
    CHECK(name(distribution{larger_of_two{}}) == "larger_of_two");
    CHECK(name(distribution{named_law{}}) == "best of two");
}

TEST_CASE("distribution: can't be made from types that are not distributions", "[ensemble]")
{
    STATIC_REQUIRE(distribution_law<boost::math::normal>);
    STATIC_REQUIRE_FALSE(distribution_law<double>);
    STATIC_REQUIRE(distribution_law<boost::math::normal_distribution<long double>>);
    STATIC_REQUIRE_FALSE(
        distribution_law<boost::math::normal_distribution<float>>); // 1 - 2^-53 is 1
    STATIC_REQUIRE_FALSE(std::is_constructible_v<distribution, double>);
}

TEST_CASE("distribution: is finite at the smallest and the largest probability drawn", "[ensemble]")
{
    const distribution laws[] = {boost::math::normal(0, 1),
                                 boost::math::lognormal(0, 1),
                                 boost::math::exponential(2),
                                 boost::math::weibull(0.7, 3),
                                 boost::math::gamma_distribution<>(0.5, 2),
                                 boost::math::beta_distribution<>(0.5, 0.5),
                                 boost::math::triangular(0, 1, 3),
                                 boost::math::students_t(3),
                                 boost::math::pareto(1, 2),
                                 boost::math::logistic(0, 1),
                                 boost::math::poisson(4)};
    for (const distribution& law : laws)
        for (const double u : {0x1p-53, 1 - 0x1p-53}) {
            INFO(name(law) << " at " << u);
            const auto [low, high] = support(law);
            CHECK(std::isfinite(quantile(law, u)));
            CHECK(quantile(law, u) >= low);
            CHECK(quantile(law, u) <= high);
        }
}

} // namespace distribution_test
