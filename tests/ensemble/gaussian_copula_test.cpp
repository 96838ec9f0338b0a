#include <orgscale/ensemble/gaussian_copula.hpp>

#include <cmath>
#include <string>
#include <vector>

#include <boost/math/distributions/normal.hpp>

#include <orgscale/core/parameter_error.hpp>
#include <orgscale/ensemble/correlate.hpp>

#include "catch.hpp"
#include "random_numbers.hpp"

namespace gaussian_copula_test {

using namespace orgscale;

namespace {

const std::vector<std::string> names{"a", "b", "c"};

} // namespace

TEST_CASE("gaussian_copula: multiplies normal scores by the Cholesky factor", "[ensemble]")
{
    const double              rho = GENERATE(-0.9, 0.3, 0.99);
    const gaussian_copula     joint{names, {correlate("a", "b", rho)}};
    const boost::math::normal standard;
    random_numbers            draw{1};
    for (int i = 0; i < 100; ++i) {
        const std::vector<double> u{draw.between(0.001, 0.999), draw.between(0.001, 0.999),
                                    draw.between(0.001, 0.999)};
        std::vector<double>       joined = u;
        joint.join(joined);
        CHECK(joined[0] == u[0]); // the first, and an uncorrelated one, are unchanged
        CHECK(joined[2] == u[2]);
        const double z = rho * quantile(standard, u[0]) +
                         std::sqrt(1 - rho * rho) * quantile(standard, u[1]);
        CHECK_THAT(joined[1], WithinRel(cdf(standard, z), 1e-12)); // scores lose precision near 1
    }
}

TEST_CASE("gaussian_copula: L Lᵀ is the correlation matrix", "[ensemble]")
{
    const gaussian_copula joint{
        names, {correlate("a", "b", 0.5), correlate("c", "b", -0.4), correlate("a", "c", 0.2)}};
    const double expected[3][3] = {{1, 0.5, 0.2}, {0.5, 1, -0.4}, {0.2, -0.4, 1}};
    const auto&  factor         = joint.factor();
    for (std::size_t i = 0; i < 3; ++i)
        for (std::size_t j = 0; j < 3; ++j) {
            double sum = 0;
            for (std::size_t k = 0; k < 3; ++k) sum += factor[i][k] * factor[j][k];
            CHECK_THAT(sum, WithinAbs(expected[i][j], 1e-15)); // a few roundings of numbers up to 1
            if (j > i) CHECK(factor[i][j] == 0);
        }
}

TEST_CASE("gaussian_copula: without correlations nothing changes", "[ensemble]")
{
    const gaussian_copula independent{names, {}};
    CHECK(independent.empty());
    std::vector<double> u{0.1, 0.2, 0.3};
    independent.join(u);
    CHECK(u == std::vector<double>{0.1, 0.2, 0.3});
    CHECK_FALSE(gaussian_copula{names, {correlate("a", "b", 0)}}.empty());
}

TEST_CASE("gaussian_copula: probabilities stay inside (0, 1)", "[ensemble]")
{
    const gaussian_copula joint{{"a", "b"}, {correlate("a", "b", 0.999)}};
    for (const double end : {0x1p-53, 1 - 0x1p-53}) {
        std::vector<double> u{end, end};
        joint.join(u);
        CHECK(u[1] > 0);
        CHECK(u[1] < 1);
    }
}

TEST_CASE("gaussian_copula: refuses contradictory correlations, at their source location",
          "[ensemble]")
{
    const auto of = [](std::vector<correlation> given) { return gaussian_copula{names, given}; };
    CHECK_THROWS_WITH(
        of({correlate("a", "b", 0.9), correlate("b", "c", 0.9), correlate("a", "c", -0.9)}),
        ContainsSubstring("gaussian_copula_test.cpp:") &&
            EndsWith("contradict each other: a with b, b with c, a with c"));
    CHECK_THROWS_WITH(of({correlate("a", "d", 0.5)}), EndsWith("d does not vary"));
    CHECK_THROWS_WITH(of({correlate("a", "b", -1)}), EndsWith("must lie between -1 and 1"));
    CHECK_THROWS_WITH(of({correlate("a", "b", 0.5), correlate("b", "a", 0.5)}),
                      EndsWith("is given twice"));
}

} // namespace gaussian_copula_test
