#include <orgscale/fit/detail/without_effect.hpp>

#include <cmath>
#include <vector>

#include <catch.hpp>
#include <fitted_curves.hpp>

#include <orgscale/fit/calibrate.hpp>
#include <orgscale/growth/logistic.hpp>

namespace without_effect_test {

using namespace orgscale;
using namespace fitted_curves;

// R's ChickWeight, the first chick to day 21.
const std::vector<double> day{0, 2, 4, 6, 8, 10, 12, 14, 16, 18, 20, 21},
    weight{42, 51, 59, 64, 76, 93, 106, 125, 149, 171, 199, 205};

const std::vector<estimated_parameter> all{estimate("growth_rate"), estimate("ceiling"),
                                           estimate_start("start")};

// An exponential (S = 103.27) is no worse than the logistic curve (S = 76.66, ceiling 937): the limit at 95 percent is
// 120.25, beyond which no ceiling could be infinite.
TEST_CASE("without effect: a ceiling that may as well be infinite isn't determined", "[fit]")
{
    const logistic<> chick{.growth_rate = 0.1, .ceiling = 600};
    const auto       fit = calibrate(chick, 40.0, observe(day, weight), all);
    CHECK(fit.verdict == fit_verdict::flat);
    CHECK(fit.reason == fit_reason::evaporated);
    CHECK_FALSE(fit["ceiling"].standard_error);
    REQUIRE_FALSE(fit.inseparables.empty());
    CHECK(fit.inseparables.back().text() == "ceiling");
    CHECK_THAT(fit.residual_sum, WithinAbs(103.27, 0.01));
    REQUIRE(fit.optima.size() >= 2); // the curve's own optimum is among them
    bool curve = false;
    for (const auto& one : fit.optima) curve = curve || std::abs(one.residual_sum - 76.66) < 0.01;
    CHECK(curve);

    // With one start nothing is looked for beside the optimum.
    const auto one = calibrate(chick, 40.0, observe(day, weight), all, {.starts = 1});
    CHECK(one.verdict == fit_verdict::converged);
    CHECK_THAT(one["ceiling"].value, WithinAbs(937.02, 0.01));
}

TEST_CASE("without effect: a ceiling that shows is determined", "[fit]")
{
    std::vector<double> sizes;
    const logistic<>    truth{.growth_rate = 0.4, .ceiling = 220};
    for (std::size_t i = 0; i < day.size(); ++i)
        sizes.push_back(truth.after(20.0, day[i]) + (i % 2 == 0 ? 3 : -3));
    const auto fit =
        calibrate(logistic<>{.growth_rate = 0.3, .ceiling = 300}, 30.0, observe(day, sizes), all);
    REQUIRE(fit.verdict == fit_verdict::converged);
    CHECK_FALSE(detail::without_effect{fit}());
}

} // namespace without_effect_test
