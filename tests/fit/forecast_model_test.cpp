#include <orgscale/fit/forecast_model.hpp>

#include <cmath>
#include <vector>

#include <boost/math/distributions/students_t.hpp>

#include <catch.hpp>
#include <fitted_curves.hpp>
#include <refusal.hpp>

#include <orgscale/ensemble/on_threads.hpp>
#include <orgscale/fit/calibrate.hpp>
#include <orgscale/fit/detail/random_stream.hpp>
#include <orgscale/growth/bass.hpp>

namespace forecast_model_test {

using namespace orgscale;
using namespace fitted_curves;

const std::vector<double> times{1, 2, 3, 4, 5, 6, 7, 8, 9, 10},
    figures{103, 98, 101, 97, 105, 99, 102, 100, 96, 104};
constexpr double mean = 100.5;

template <class Noise>
auto constant(const Noise& noise)
{
    return calibrate(level<>{.mean = 90}, observe(times, figures, noise), {estimate("mean")});
}

TEST_CASE("forecast of a model: options are as documented", "[fit]")
{
    const forecast_model_options options;
    CHECK(options.level == 0.9);
    CHECK(options.members == 2000);
    CHECK(options.seed == 1);
    CHECK(options.errors);
}

// Of a constant: ȳ ± t s sqrt(1 + 1/n).
TEST_CASE("forecast of a model: the next figure of a constant, as in textbooks", "[fit]")
{
    const auto                fit = constant(gaussian_noise{});
    const std::vector<double> ahead{11, 15};
    const auto                bands = forecast(fit, ahead, {.members = 10000});
    REQUIRE(bands.size() == 2);
    double squares = 0;
    for (const double y : figures) squares += (y - mean) * (y - mean);
    const double t = quantile(boost::math::students_t_distribution<double>{9}, 0.95);
    const double s = std::sqrt(squares / 9);
    for (const auto& band : bands) {
        CHECK_THAT(band.median, WithinAbs(mean, 0.1));
        CHECK_THAT(mean - band.low, WithinRel(t * s * std::sqrt(1.1), 0.04)); // 10000 draws
        REQUIRE(band.high);
        CHECK_THAT(*band.high - mean, WithinRel(t * s * std::sqrt(1.1), 0.04));
    }
    const auto alone = forecast(fit, ahead, {.members = 4000, .errors = false});
    CHECK_THAT(*alone[0].high - mean, WithinRel(t * s * std::sqrt(0.1), 0.02));
}

TEST_CASE("forecast of a model: each kind of noise has its errors", "[fit]")
{
    const std::vector<double> next{11};
    const auto known = forecast(constant(known_noise{5}), next, {.members = 10000})[0];
    CHECK_THAT(*known.high - mean, WithinRel(1.645 * 5 * std::sqrt(1.1), 0.03));
    const auto counts = forecast(constant(poisson_noise{}), next, {.members = 10000})[0];
    CHECK_THAT(*counts.high - mean,
               WithinAbs(1.645 * std::sqrt(mean * 1.1), 1.5)); // whole numbers, skewed
    const auto logs = forecast(constant(log_normal_noise{}), next, {.members = 10000})[0];
    const auto one  = forecast(constant(gaussian_noise{}), next, {.members = 10000})[0];
    CHECK_THAT(std::log(*logs.high / logs.low), WithinRel(std::log(*one.high / one.low), 0.03));

    // Figures that stay above the mean for long: the next is likely to do so too, a late one isn't.
    std::vector<double> persistent;
    for (int i = 0; i < 40; ++i) persistent.push_back(100 + 10 * std::sin(i / 5.0) + (i % 2) * 0.5);
    std::vector<double> t;
    for (int i = 0; i < 40; ++i) t.push_back(i);
    const auto fit = calibrate(level<>{.mean = 90}, observe(t, persistent, autocorrelated_noise{}),
                               {estimate("mean")});
    const auto carried = forecast(fit, std::vector<double>{40, 4000}, {.members = 2000});
    const double error = persistent.back() - fit["mean"].value;
    CHECK_THAT(carried[0].median - fit["mean"].value,
               WithinAbs(fit.noise[0] * error, 0.1 * std::abs(error)));
    CHECK(*carried[1].high - carried[1].low > 3 * (*carried[0].high - carried[0].low));
}

TEST_CASE("forecast of a model: sales of intervals that follow on the last", "[fit]")
{
    const bass<>        truth{.innovation = 0.01, .imitation = 0.4, .potential = 1000};
    std::vector<double> years, sales;
    for (int i = 1; i <= 14; ++i) {
        years.push_back(i);
        sales.push_back(truth.sales_by_interval(i - 1, i) + (i % 3 - 1) * 0.5);
    }
    const auto fit =
        calibrate(bass<>{.innovation = 0.02, .imitation = 0.3, .potential = 900},
                  observe(per_interval(), years, sales),
                  {estimate("innovation"), estimate("imitation"), estimate("potential")});
    const auto bands = forecast(fit, std::vector<double>{15, 17}, {.members = 500});
    CHECK_THAT(bands[0].median, WithinAbs(fit.model().sales_by_interval(14, 15), 0.2));
    CHECK_THAT(bands[1].median, WithinAbs(fit.model().sales_by_interval(15, 17), 0.3));
    const auto shared = forecast(fit, std::vector<double>{15, 17}, {.members = 500}, on_threads{2});
    CHECK(shared[1].low == bands[1].low);
    CHECK(shared[1].high == bands[1].high);
}

// Bands of 80 percent hold four times in five, of the next figure and of one as far ahead as the record is long.
TEST_CASE("forecast of a model: bands hold as often as they state", "[fit]")
{
#ifdef ORGSCALE_ALL_DRAWS
    constexpr int sets = 1000;
#else
    constexpr int sets = 30;
#endif
    int held[2]{};
    for (int set = 0; set < sets; ++set) {
        detail::random_stream stream{77, static_cast<std::uint64_t>(set)};
        std::vector<double>   t, y;
        const auto            size = [](double at) { return 20 * std::exp(0.1 * at); };
        for (int i = 0; i < 10; ++i) {
            t.push_back(i);
            y.push_back(size(i) * std::exp(0.1 * stream.normal()));
        }
        const auto fit = calibrate(exponential<>{.size = 15, .growth_rate = 0.05},
                                   observe(t, y, log_normal_noise{}),
                                   {estimate("size"), estimate("growth_rate")}, {.starts = 1});
        const auto bands =
            forecast(fit, std::vector<double>{10, 19}, {.level = 0.8, .members = 400});
        for (std::size_t h = 0; h < 2; ++h) {
            const double actual = size(bands[h].time) * std::exp(0.1 * stream.normal());
            held[h] += bands[h].low <= actual && actual <= bands[h].high.value_or(HUGE_VAL) ? 1 : 0;
        }
    }
    for (const int one : held)
        CHECK_THAT(one, WithinAbs(0.8 * sets, 1 + 3.5 * std::sqrt(0.16 * sets)));
}

TEST_CASE("forecast of a model: refuses times that don't follow", "[fit]")
{
    const auto fit = constant(gaussian_noise{});
    CHECK_THAT(refusal_text([&] { return forecast(fit, std::vector<double>{10}); }),
               ContainsSubstring("after the last figure"));
    CHECK_THAT(refusal_text([&] { return forecast(fit, std::vector<double>{12, 11}); }),
               ContainsSubstring("after the last figure"));
}

} // namespace forecast_model_test
