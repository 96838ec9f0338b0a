#include <orgscale/fit/calibrate.hpp>

#include <cmath>
#include <vector>

#include <bass_series.hpp>
#include <catch.hpp>
#include <fitted_curves.hpp>
#include <refusal.hpp>

#include <orgscale/fit/poisson_noise.hpp>
#include <orgscale/growth/bass.hpp>
#include <orgscale/growth/logistic.hpp>
#include <orgscale/growth/scaled.hpp>

namespace calibrate_test {

using namespace orgscale;
using namespace fitted_curves;

// The digits of a number as printed: half a unit of the last.
auto printed(double value, double unit) { return WithinAbs(value, unit / 2 * 1.001); }

const std::vector<estimated_parameter> all_of_bass{estimate("innovation"), estimate("imitation"),
                                                   estimate("potential")};
constexpr bass<> usual{.innovation = 0.01, .imitation = 0.4, .potential = 3e4};

struct known_fit {
    const std::vector<double>& sales;
    double                     p, p_error, q, q_error, m, m_error, deviation;
};

// Srinivasan and Mason's estimator, recomputed with two other programs.
TEST_CASE("calibrate: Bass by least squares on the sales of each year", "[fit]")
{
    const known_fit known =
        GENERATE(known_fit{bass_series::room_air_conditioners, 0.00944208, 0.002038, 0.3747628,
                           0.04022, 18712.74, 1410.5, 184.789},
                 known_fit{bass_series::clothes_dryers, 0.01359624, 0.002300, 0.3267024, 0.03641,
                           16497.00, 1234.3, 145.869},
                 known_fit{bass_series::colour_tv, 0.01846645, 0.003222, 0.6158633, 0.05420,
                           39658.62, 2267.3, 437.217});
    const auto fit = calibrate(
        usual, observe(per_interval(), bass_series::years(known.sales), known.sales), all_of_bass);
    REQUIRE(fit.verdict == fit_verdict::converged);
    CHECK_THAT(fit["innovation"].value, printed(known.p, 1e-8));
    CHECK_THAT(fit["innovation"].standard_error.value(), printed(known.p_error, 1e-6));
    CHECK_THAT(fit["imitation"].value, printed(known.q, 1e-7));
    CHECK_THAT(fit["imitation"].standard_error.value(), printed(known.q_error, 1e-5));
    CHECK_THAT(fit["potential"].value, printed(known.m, 1e-2));
    CHECK_THAT(fit["potential"].standard_error.value(), printed(known.m_error, 1e-1));
    CHECK_THAT(fit.residual_deviation(), printed(known.deviation, 1e-3));
    CHECK(fit.model().potential == fit["potential"].value);
}

TEST_CASE("calibrate: correlations of room air conditioners", "[fit]")
{
    const auto& sales = bass_series::room_air_conditioners;
    const auto  fit =
        calibrate(usual, observe(per_interval(), bass_series::years(sales), sales), all_of_bass);
    CHECK_THAT(fit.correlation("innovation", "imitation"), printed(-0.89, 1e-2));
    CHECK_THAT(fit.correlation("imitation", "potential"), printed(-0.82, 1e-2));
    CHECK_THAT(fit.covariance(0, 0),
               WithinRel(std::pow(fit["innovation"].standard_error.value(), 2), 1e-12));
}

// The maximum of the likelihood of interval counts is that of a multinomial, with m = Σ y / F(T).
TEST_CASE("calibrate: Bass by the likelihood of counts, with dispersion", "[fit]")
{
    const known_fit known = GENERATE(
        known_fit{bass_series::room_air_conditioners, 0.00717198, 0, 0.4233892, 0, 17639.37, 0,
                  41.8},
        known_fit{bass_series::clothes_dryers, 0.01194074, 0, 0.3523017, 0, 15946.52, 0, 23.5},
        known_fit{bass_series::colour_tv, 0.01604478, 0, 0.6562006, 0, 38628.86, 0, 48.1},
        known_fit{bass_series::video_recorders, 0.00808173, 0, 0.6495078, 0, 67525.58, 0, 77.6});
    const auto years = bass_series::years(known.sales);
    const auto fit   = calibrate(
        usual, observe(per_interval(), years, known.sales, poisson_noise{.dispersed = true}),
        all_of_bass);
    REQUIRE(fit.verdict == fit_verdict::converged);
    CHECK_THAT(fit["innovation"].value, printed(known.p, 1e-8));
    CHECK_THAT(fit["imitation"].value, printed(known.q, 1e-7));
    CHECK_THAT(fit["potential"].value, printed(known.m, 1e-2));
    CHECK_THAT(fit.dispersion, printed(known.deviation, 1e-1));
    double total = 0;
    for (const double one : known.sales) total += one;
    CHECK_THAT(fit.model().at(years.back()), WithinRel(total, 1e-9));

    // Standard errors with dispersion don't depend on the unit.
    std::vector<double> thousands = known.sales;
    for (double& one : thousands) one /= 1000;
    auto small      = usual;
    small.potential = 30;
    const auto same = calibrate(
        small, observe(per_interval(), years, thousands, poisson_noise{.dispersed = true}),
        all_of_bass);
    CHECK_THAT(same["imitation"].standard_error.value(),
               WithinRel(fit["imitation"].standard_error.value(), 1e-6));
}

// Fitting m F(t) to running totals is what several programs do; their errors are a random walk.
TEST_CASE("calibrate: running totals make the ceiling too certain", "[fit]")
{
    const auto&         sales = bass_series::room_air_conditioners;
    const auto          years = bass_series::years(sales);
    std::vector<double> totals;
    for (const double one : sales) totals.push_back((totals.empty() ? 0 : totals.back()) + one);
    const auto fit = calibrate(usual, observe(years, totals), all_of_bass);
    CHECK_THAT(fit["potential"].value, printed(17173.2, 1e-1));
    CHECK_THAT(fit["potential"].standard_error.value(), printed(636.4, 1e-1));
    CHECK(fit.diagnostics().durbin_watson.p < 0.05);
}

const std::vector<double> load{1, 18, 36, 72, 108, 144, 216},
    scripts{64.9, 995.9, 1652.4, 1853.2, 1828.9, 1775.0, 1702.2};

// Gunther's benchmark SPEC SDM91; reference fit of the R package usl.
TEST_CASE("calibrate: universal scalability with its scale", "[fit]")
{
    using law      = scaled<universal_scalability>;
    const auto fit = calibrate(law{.scale = 60, .law = {.contention = 0.01, .coherency = 1e-4}},
                               observe(load, scripts),
                               {estimate("contention"), estimate("coherency"), estimate("scale")});
    REQUIRE(fit.verdict == fit_verdict::converged);
    CHECK_THAT(fit["contention"].value, printed(0.02772848, 1e-8));
    CHECK_THAT(fit["contention"].standard_error.value(), printed(0.00912173, 1e-8));
    CHECK_THAT(fit["coherency"].value, printed(1.043655e-4, 1e-10));
    CHECK_THAT(fit["coherency"].standard_error.value(), printed(1.9875e-5, 1e-9));
    CHECK_THAT(fit["scale"].value, printed(89.99523, 1e-5));
    CHECK_THAT(fit["scale"].standard_error.value(), printed(14.21349, 1e-5));
    CHECK_THAT(fit.residual_deviation(), printed(82.84582, 1e-5));
    CHECK_THAT(fit.model().law.peak()->units, printed(96.519561, 1e-6));
    CHECK_THAT(fit.correlation("contention", "scale"), printed(0.964, 1e-3));
    const auto contention = fit.interval("contention").value();
    CHECK_THAT(contention.low.value(), printed(0.0024025, 1e-7));
    CHECK_THAT(contention.high.value(), printed(0.0530545, 1e-7));
    const auto scale = fit.interval("scale").value();
    CHECK_THAT(scale.low.value(), printed(50.53, 1e-2));
    CHECK_THAT(scale.high.value(), printed(129.46, 1e-2));
}

TEST_CASE(
    "calibrate: where the free fit would leave the domain, the bounded one is given and said to be so",
    "[fit]")
{
    // Each unit helps a little more than Amdahl's law allows: the best coherency is negative.
    std::vector<double> output;
    for (const double k : load)
        output.push_back(10 * k / (1 + 0.05 * (k - 1) - 5e-5 * k * (k - 1)));
    const scaled<universal_scalability> law{.scale = 9,
                                            .law   = {.contention = 0.02, .coherency = 1e-4}};
    const auto                          fit = calibrate(law, observe(load, output),
                                                        {estimate("contention"), estimate("coherency"), estimate("scale")});
    REQUIRE(fit.verdict == fit_verdict::on_bound);
    CHECK(fit["coherency"].value == 0);
    CHECK(fit["coherency"].at_low);
    CHECK_FALSE(fit["coherency"].standard_error);
    CHECK_FALSE(fit.interval("coherency"));
    CHECK(fit["contention"].standard_error);
    // The others are those of Amdahl's law.
    const auto amdahl = calibrate(with(law, {{"coherency", 0}}), observe(load, output),
                                  {estimate("contention"), estimate("scale")});
    CHECK_THAT(fit["contention"].value, WithinRel(amdahl["contention"].value, 1e-8));
    CHECK_THAT(fit["scale"].standard_error.value(),
               WithinRel(amdahl["scale"].standard_error.value(), 1e-6));
}

// R's ChickWeight, the first chick to day 21: the ceiling hardly differs from infinity.
TEST_CASE("calibrate: names what the data can't separate", "[fit]")
{
    const std::vector<double> day{0, 2, 4, 6, 8, 10, 12, 14, 16, 18, 20, 21},
        weight{42, 51, 59, 64, 76, 93, 106, 125, 149, 171, 199, 205};
    const auto fit = calibrate(sigmoid<>{.ceiling = 300, .middle = 20, .scale = 8},
                               observe(day, weight),
                               {estimate("ceiling"), estimate("middle"), estimate("scale")});
    REQUIRE(fit.verdict == fit_verdict::converged);
    CHECK_THAT(fit["ceiling"].value, printed(937.02, 1e-2));
    CHECK_THAT(fit["ceiling"].standard_error.value(), printed(465.86, 1e-2));
    CHECK_THAT(fit["middle"].value, printed(35.22, 1e-2));
    CHECK_THAT(fit["scale"].value, printed(11.405, 1e-3));
    CHECK_THAT(fit.residual_sum, printed(76.66236, 1e-5));
    CHECK_THAT(fit.correlation("ceiling", "middle"), printed(0.999, 1e-3));
    REQUIRE(fit.inseparables.size() == 1);
    const auto& least_known = fit.inseparables[0];
    REQUIRE(least_known.parts.size() == 3);
    CHECK(least_known.parts[0].name == "ceiling");
    CHECK_THAT(least_known.parts[1].share, printed(0.47, 1e-2));
    CHECK_THAT(least_known.parts[2].share, printed(0.16, 1e-2));
    CHECK(least_known.text() == "ceiling (1), middle (0.47), scale (0.16)");

    const auto& sales = bass_series::room_air_conditioners;
    CHECK(calibrate(usual, observe(per_interval(), bass_series::years(sales), sales), all_of_bass)
              .inseparables.empty());
}

TEST_CASE("calibrate: a ceiling that runs off to infinity is flat, not an estimate", "[fit]")
{
    std::vector<double> t, y;
    for (int i = 0; i < 8; ++i) {
        t.push_back(i);
        y.push_back(std::exp(0.1 * i + 0.002 * i * i)); // faster than exponential
    }
    const auto fit = calibrate(logistic<>{.growth_rate = 0.2, .ceiling = 10}, 1.0, observe(t, y),
                               {estimate("growth_rate"), estimate("ceiling")});
    CHECK(fit.verdict == fit_verdict::flat);
    CHECK(fit.reason == fit_reason::evaporated);
    CHECK_FALSE(fit["ceiling"].standard_error);
    CHECK_FALSE(fit.interval("ceiling"));
    REQUIRE_FALSE(fit.inseparables.empty());
    CHECK(fit.inseparables[0].text() == "ceiling");
}

TEST_CASE("calibrate: a law with a start, and its start estimated", "[fit]")
{
    const logistic<>    truth{.growth_rate = 0.6, .ceiling = 50};
    std::vector<double> t, y;
    for (int i = 0; i <= 12; ++i) {
        t.push_back(i);
        y.push_back(truth.after(2, i) + (i % 3 - 1) * 0.1);
    }
    const auto fit =
        calibrate(logistic<>{.growth_rate = 0.4, .ceiling = 40}, 3.0, observe(t, y),
                  {estimate("growth_rate"), estimate("ceiling"), estimate_start("start")});
    REQUIRE(fit.verdict == fit_verdict::converged);
    CHECK_THAT(fit["start"].value, WithinAbs(2, 0.1));
    CHECK_THAT(fit["ceiling"].value, WithinAbs(50, 0.2));
    CHECK(fit.start() == fit["start"].value);
}

TEST_CASE("calibrate: refuses what it can't estimate, by name", "[fit]")
{
    const auto data           = observe(load, scripts);
    const auto with_estimates = [&](const std::vector<estimated_parameter>& what) {
        return refusal_text([&] { return calibrate(usual, data, what); });
    };
    CHECK_THAT(with_estimates({estimate("imitatoin")}),
               ContainsSubstring("imitatoin") && ContainsSubstring("imitation"));
    CHECK_THAT(with_estimates({estimate("imitation"), estimate("imitation")}),
               ContainsSubstring("is estimated twice"));
    CHECK_THAT(with_estimates({estimate("imitation", {.low = 1, .high = 2})}),
               ContainsSubstring("must start inside its range"));
    CHECK_THAT(with_estimates({estimate_start("start")}), ContainsSubstring("there is no start"));
    CHECK_THAT(with_estimates({}), ContainsSubstring("what to estimate"));
    const logistic<> law{.growth_rate = 1, .ceiling = 10};
    CHECK_THAT(
        refusal_text([&] { return calibrate(law, 1.0, data, {estimate("ceiling")}, {.from = 5}); }),
        ContainsSubstring("before the start"));
}

} // namespace calibrate_test
