#include <orgscale/fit/prior.hpp>

#include <cmath>
#include <vector>

#include <boost/math/distributions/lognormal.hpp>

#include <catch.hpp>
#include <fitted_curves.hpp>
#include <refusal.hpp>

#include <orgscale/core/dual.hpp>
#include <orgscale/ensemble/uniform.hpp>
#include <orgscale/fit/calibrate.hpp>
#include <orgscale/fit/known_noise.hpp>

namespace prior_test {

using namespace orgscale;
using namespace fitted_curves;

const std::vector<double> times{1, 2, 3, 4}, figures{9, 12, 11, 10};

// The mean of n figures with errors σ and a normal prior of μ and τ, by their precisions.
TEST_CASE("prior: a normal one moves a mean as its precision says", "[fit]")
{
    const boost::math::normal_distribution<double> known{8, 0.5};
    const auto                                     fit =
        calibrate(level<>{.mean = 10},
                  together(observe(times, figures, known_noise{2}), prior("mean", known)),
                  {estimate("mean")});
    REQUIRE(fit.verdict == fit_verdict::converged);
    const double of_data = 4 / (2.0 * 2.0), of_prior = 1 / (0.5 * 0.5);
    CHECK_THAT(fit["mean"].value,
               WithinRel((10.5 * of_data + 8 * of_prior) / (of_data + of_prior), 1e-9));
    CHECK_THAT(fit["mean"].standard_error.value(),
               WithinRel(1 / std::sqrt(of_data + of_prior), 1e-6));
}

TEST_CASE("prior: without data the estimate is its median", "[fit]")
{
    const std::vector<double> none;
    const auto                fit = calibrate(level<>{.mean = 10},
                                              together(observe(none, none, known_noise{1}),
                                                       prior("mean", boost::math::lognormal(1.0, 0.3))),
                                              {estimate("mean")});
    REQUIRE(fit.verdict == fit_verdict::converged);
    CHECK_THAT(fit["mean"].value, WithinRel(std::exp(1.0), 1e-9));
    CHECK_THAT(fit["mean"].standard_error.value(), WithinRel(0.3 * std::exp(1.0), 1e-6));
}

TEST_CASE("prior: its derivatives are those of the score", "[fit]")
{
    const prior_quantity of{"x", boost::math::lognormal(1.0, 0.3), {}};
    using number = dual<double, 1>;
    for (const double x : {1.0, 2.7, 6.0}) { // z = (ln x - 1)/0.3
        const number z = of(number::variable(x));
        CHECK_THAT(z.value(), WithinAbs((std::log(x) - 1) / 0.3, 1e-11));
        CHECK_THAT(z.slope(), WithinRel(1 / (0.3 * x), 1e-8));
    }
    // Beyond what shares resolve a score goes on in a line, but not out of the support.
    const prior_quantity far{"x", boost::math::normal_distribution<double>{3, 0.5}, {}};
    for (const double x : {-100.0, 8.0, 500.0}) CHECK_THAT(far(x), WithinRel((x - 3) / 0.5, 1e-3));
    CHECK(prior_quantity{"x", uniform(2, 4), {}}(4.5) == HUGE_VAL);
    const number flat = prior_quantity{"x", uniform(2, 4), {}}(number::variable(3.0));
    CHECK_THAT(flat.value(), WithinAbs(0, 1e-14));
}

TEST_CASE("prior: a sharp one holds its estimate, and the others follow", "[fit]")
{
    std::vector<double> t, y;
    for (int i = 0; i < 10; ++i) {
        t.push_back(i);
        y.push_back(5 * std::exp(0.2 * i) * (1 + (i % 2 == 0 ? 0.01 : -0.01)));
    }
    const auto free = calibrate(exponential<>{.size = 4, .growth_rate = 0.1}, observe(t, y),
                                {estimate("size"), estimate("growth_rate")});
    const boost::math::normal_distribution<double> sharp{0.21, 1e-5};
    const auto held = calibrate(exponential<>{.size = 4, .growth_rate = 0.1},
                                together(observe(t, y), prior("growth_rate", sharp)),
                                {estimate("size"), estimate("growth_rate")});
    REQUIRE(held.verdict == fit_verdict::converged); // from 11,000 standard deviations away
    CHECK(std::abs(free["growth_rate"].value - 0.2) < 0.01);
    CHECK_THAT(held["growth_rate"].value, WithinAbs(0.21, 5e-5));
    CHECK(held["size"].value < free["size"].value - 0.1);
}

TEST_CASE("prior: refuses what isn't estimated, by name", "[fit]")
{
    CHECK_THAT(refusal_text([] {
                   return calibrate(level<>{.mean = 10},
                                    together(observe(times, figures), prior("maen", uniform(1, 20))),
                                    {estimate("mean")});
               }),
               ContainsSubstring("maen") && ContainsSubstring("mean") &&
                   ContainsSubstring("isn't estimated"));
}

} // namespace prior_test
