#include <orgscale/fit/posterior.hpp>

#include <cmath>
#include <vector>

#include <catch.hpp>
#include <fitted_curves.hpp>
#include <refusal.hpp>

#include <orgscale/ensemble/draws.hpp>
#include <orgscale/fit/calibrate.hpp>

namespace posterior_test {

using namespace orgscale;
using namespace fitted_curves;

auto oxygen()
{
    const std::vector<double> days{1, 2, 3, 4, 5, 7}, taken{8.3, 10.3, 19, 16, 15.6, 19.8};
    return calibrate(saturation<>{.ceiling = 20, .speed = 0.5}, observe(days, taken),
                     {estimate("ceiling"), estimate("speed")});
}

TEST_CASE("posterior: draws have the estimates' medians, errors and correlation, inside the domain",
          "[fit]")
{
    const auto fit   = oxygen();
    const auto model = posterior(fit);
    REQUIRE(model.dimension() == 2);
    const draw_sequence points{draws::low_discrepancy, random_seed{1}, 2};
    std::vector<double> point(2), drawn(2);
    double              sum = 0, squares = 0, products = 0, others = 0;
    int                 below   = 0;
    constexpr int       members = 4096;
    for (int i = 0; i < members; ++i) {
        points.point(static_cast<std::uint64_t>(i), point);
        model.values(point, drawn);
        REQUIRE(drawn[0] > 0);
        REQUIRE(drawn[1] > 0);
        below += drawn[0] < fit["ceiling"].value ? 1 : 0;
        // Ranks within a normal distribution: t of four degrees has no finite fourth moment.
        const double a = std::atan(std::log(drawn[0] / fit["ceiling"].value)),
                     b = std::atan(std::log(drawn[1] / fit["speed"].value));
        sum += a;
        squares += a * a;
        others += b * b;
        products += a * b;
    }
    CHECK_THAT(below, WithinAbs(members / 2, 2));
    CHECK_THAT(sum / members, WithinAbs(0, 1e-3));
    CHECK_THAT(products / std::sqrt(squares * others),
               WithinAbs(fit.correlation("ceiling", "speed"), 0.05)); // of the copula's, nearly
    // Two standard errors of t with four degrees of freedom: P(|t| < 2) = 0.884.
    const double wide = 2 * fit["ceiling"].standard_error.value() / fit["ceiling"].value;
    const auto&  law  = model.parameters()[0].law;
    const double held = cdf(law, fit["ceiling"].value * std::exp(wide)) -
                        cdf(law, fit["ceiling"].value * std::exp(-wide));
    CHECK_THAT(held, WithinAbs(0.8839, 1e-4));
    CHECK_THAT(quantile(law, cdf(law, 25.0)), WithinRel(25.0, 1e-9));
    const auto drawn_model = model.with_values(drawn);
    CHECK(drawn_model.ceiling == drawn[0]);
}

TEST_CASE("posterior: between two ends both are respected, and free numbers are those of t", "[fit]")
{
    const detail::estimate_law share{0.9, 0.05, 0, 1, HUGE_VAL};
    CHECK_THAT(quantile(share, 0.5), WithinRel(0.9, 1e-14));
    CHECK(quantile(share, 1 - 1e-9) < 1);
    CHECK(quantile(share, 1e-300) > 0);
    CHECK(cdf(share, -1.0) == 0);
    CHECK(cdf(share, 1.0) == 1);
    // The slope of the logit at 0.9 is 1/(0.9 x 0.1); one standard error up.
    const double z = std::log(9.0) + 0.05 / 0.09;
    CHECK_THAT(quantile(share, 0.841344746068543), WithinRel(1 / (1 + std::exp(-z)), 1e-9));
    const detail::estimate_law below{-2, 1, -HUGE_VAL, 0, HUGE_VAL};
    CHECK(quantile(below, 0.9999) < 0);
    CHECK_THAT(quantile(below, cdf(below, -3.0)), WithinRel(-3.0, 1e-9));
    const detail::estimate_law any{5, 2, -HUGE_VAL, HUGE_VAL, HUGE_VAL};
    CHECK_THAT(quantile(any, 0.975), WithinRel(5 + 2 * 1.959963984540054, 1e-12));
}

TEST_CASE("posterior: refuses a fit without estimates", "[fit]")
{
    const std::vector<double> t{1, 2, 3}, y{1, 1, 1};
    const auto flat = calibrate(saturation<>{.ceiling = 1, .speed = 50}, observe(t, y),
                                {estimate("ceiling"), estimate("speed")});
    REQUIRE_FALSE(flat);
    CHECK_THAT(refusal_text([&] { return posterior(flat); }),
               ContainsSubstring("no estimates to use"));
}

} // namespace posterior_test
