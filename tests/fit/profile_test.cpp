#include <orgscale/fit/profile.hpp>

#include <cmath>
#include <optional>
#include <string>
#include <tuple>
#include <type_traits>
#include <utility>
#include <vector>

#include <bass_series.hpp>
#include <catch.hpp>
#include <fitted_curves.hpp>
#include <refusal.hpp>

#include <orgscale/fit/calibrate.hpp>
#include <orgscale/fit/known_noise.hpp>
#include <orgscale/growth/bass.hpp>
#include <orgscale/growth/logistic.hpp>
#include <orgscale/growth/scaled.hpp>

namespace profile_test {

using namespace orgscale;
using namespace fitted_curves;

// The digits of a number as printed: half a unit of the last.
auto printed(double value, double unit) { return WithinAbs(value, unit / 2 * 1.001); }

void covers(const profile_result& found, double low, double high, double unit_low, double unit_high)
{
    CHECK(found.complete);
    CHECK_FALSE(found.restarted);
    CHECK_THAT(found.interval.low.value(), printed(low, unit_low));
    CHECK_THAT(found.interval.high.value(), printed(high, unit_high));
}

constexpr profile_options chi_squared{.criterion = profile_criterion::chi_squared};

const std::vector<double> day{1, 2, 3, 4, 5, 7}, oxygen{8.3, 10.3, 19, 16, 15.6, 19.8};

// The intervals of this file were computed with two other programs, the first also with 30 digits. Bates, D. M.,
// Watts, D. G. (1988). Nonlinear Regression Analysis and Its Applications. Wiley, appendix A1.4.
TEST_CASE("profile: biochemical oxygen demand", "[fit]")
{
    const auto fit = calibrate(saturation<>{.ceiling = 20, .speed = 0.2}, observe(day, oxygen),
                               {estimate("ceiling"), estimate("speed")});
    covers(profile(fit, "ceiling"), 14.04936, 38.45620, 1e-5, 1e-5);
    covers(profile(fit, "ceiling", chi_squared), 15.41256, 27.20309, 1e-5, 1e-5);
    covers(profile(fit, "speed"), 0.13139775, 1.808170, 1e-8, 1e-6);
    covers(profile(fit, "speed", chi_squared), 0.23272635, 1.131440, 1e-8, 1e-6);
    covers(profile(fit, "ceiling", {.level = 0.99, .criterion = profile_criterion::chi_squared}),
           13.9505, 39.9627, 1e-4, 1e-4);

    // At 99 percent a straight line explains the data as well as any ceiling above 11.5.
    const auto ceiling = profile(fit, "ceiling", {.level = 0.99});
    CHECK_THAT(ceiling.interval.low.value(), printed(11.53077, 1e-5));
    CHECK_FALSE(ceiling.interval.high);
    CHECK_FALSE(ceiling.high_at_end);
    const auto speed = profile(fit, "speed", {.level = 0.99});
    CHECK(speed.interval.low == 0);
    CHECK(speed.low_at_end); // without the domain of its type it would be -0.0445
    CHECK_FALSE(speed.interval.high);
}

// Of the limits: with the straight line's own likelihood an end is decided without walking.
TEST_CASE("profile: an open end by the fit of the limit law", "[fit]")
{
    const auto fit = calibrate(saturation<>{.ceiling = 20, .speed = 0.2}, observe(day, oxygen),
                               {estimate("ceiling"), estimate("speed")});
    double     xx = 0, xy = 0, yy = 0;
    for (std::size_t i = 0; i < day.size(); ++i) {
        xx += day[i] * day[i];
        xy += day[i] * oxygen[i];
        yy += oxygen[i] * oxygen[i];
    }
    const double line = gaussian_log_likelihood(yy - xy * xy / xx, 6, 1).value;
    const auto   open = profile(fit, "ceiling", {.level = 0.99, .high_limit = -2 * line});
    CHECK_FALSE(open.interval.high);
    const auto closed = profile(fit, "ceiling", {.level = 0.95, .high_limit = -2 * line});
    CHECK_THAT(closed.interval.high.value(), printed(38.45620, 1e-5));
}

TEST_CASE("profile: two more certified problems", "[fit]")
{
    const std::vector<double> time{1, 2, 3, 5, 7, 10},
        demand{109, 149, 149, 191, 213, 224}; // BoxBOD
    const auto box = calibrate(saturation<>{.ceiling = 200, .speed = 0.5}, observe(time, demand),
                               {estimate("ceiling"), estimate("speed")});
    covers(profile(box, "speed"), 0.3025896, 1.073053, 1e-7, 1e-6);
    covers(profile(box, "speed", chi_squared), 0.3664038, 0.8460686, 1e-7, 1e-7);

    const std::vector<double> age{9, 14, 21, 28, 42, 57, 63, 70, 79},
        yield{8.93, 10.8, 18.59, 22.33, 39.35, 56.11, 61.73, 64.62, 67.08}; // Rat42
    const auto rat = calibrate(sigmoid<>{.ceiling = 70, .middle = 35, .scale = 14},
                               observe(age, yield),
                               {estimate("ceiling"), estimate("middle"), estimate("scale")});
    covers(profile(rat, "ceiling"), 68.76477, 77.18914, 1e-5, 1e-5);
    covers(profile(rat, "ceiling", chi_squared), 69.68503, 75.78288, 1e-5, 1e-5);
}

const std::vector<double> load{1, 18, 36, 72, 108, 144, 216},
    scripts{64.9, 995.9, 1652.4, 1853.2, 1828.9, 1775.0, 1702.2};

auto specsdm91()
{
    return calibrate(
        scaled<universal_scalability>{.scale = 60, .law = {.contention = 0.01, .coherency = 1e-4}},
        observe(load, scripts), {estimate("contention"), estimate("coherency"), estimate("scale")});
}

TEST_CASE("profile: universal scalability of specsdm91", "[fit]")
{
    const auto fit = specsdm91();
    covers(profile(fit, "contention"), 0.00948473, 0.06410349, 1e-8, 1e-8);
    covers(profile(fit, "contention", chi_squared), 0.0152589, 0.0466873, 1e-7, 1e-7);
    covers(profile(fit, "coherency"), 3.862124e-5, 1.611757e-4, 1e-11, 1e-10);
    covers(profile(fit, "coherency", chi_squared), 6.69878e-5, 1.389638e-4, 1e-10, 1e-10);
    covers(profile(fit, "scale"), 61.24634, 144.5456, 1e-5, 1e-4);
    covers(profile(fit, "scale", chi_squared), 70.5005, 118.7406, 1e-4, 1e-4);
}

// The wall itself: where more users no longer raise the throughput.
TEST_CASE("profile: an answer, the peak of specsdm91", "[fit]")
{
    const auto fit  = specsdm91();
    const auto peak = [](const auto& model) {
        return model.law.peak() ? std::optional{model.law.peak()->units} : std::nullopt;
    };
    const auto found = profile(fit, peak);
    CHECK_THAT(found.estimate, printed(96.519561, 1e-6));
    covers(found, 77.85536, 156.6618, 1e-5, 1e-4);
    covers(profile(fit, peak, chi_squared), 83.8314, 119.7717, 1e-4, 1e-4);
    const auto wide = profile(fit, peak, {.level = 0.99});
    CHECK_THAT(wide.interval.low.value(), printed(69.2514, 1e-4));
    CHECK_FALSE(wide.interval.high); // no peak at all is as good

    // An answer that is a parameter has the parameter's profile.
    const auto same = profile(fit, [](const auto& model) { return model.scale * 2; });
    CHECK_THAT(same.interval.low.value(), printed(2 * 61.24634, 2e-5));
    CHECK_THAT(same.interval.high.value(), printed(2 * 144.5456, 2e-4));
}

TEST_CASE("profile: the ceiling of R's first chick", "[fit]")
{
    const std::vector<double> age{0, 2, 4, 6, 8, 10, 12, 14, 16, 18, 20, 21},
        weight{42, 51, 59, 64, 76, 93, 106, 125, 149, 171, 199, 205};
    const auto fit = calibrate(sigmoid<>{.ceiling = 300, .middle = 20, .scale = 8},
                               observe(age, weight),
                               {estimate("ceiling"), estimate("middle"), estimate("scale")});
    covers(profile(fit, "ceiling", {.level = 0.8}), 581.80, 3846.9, 1e-2, 1e-1);
    covers(profile(fit, "ceiling", {.level = 0.8, .criterion = profile_criterion::chi_squared}),
           618.3, 2439.3, 1e-1, 1e-1);
    covers(profile(fit, "ceiling", {.level = 0.9, .criterion = profile_criterion::chi_squared}),
           564.4, 5653.507, 1e-1, 1e-3);
    for (const auto& [options, low] :
         {std::pair{profile_options{.level = 0.9}, 525.0},
          std::pair{profile_options{.level = 0.95}, 482.63}, std::pair{chi_squared, 523.93}}) {
        const auto open = profile(fit, "ceiling", options);
        CHECK_THAT(open.interval.low.value(), printed(low, low == 525.0 ? 1e-1 : 1e-2));
        CHECK_FALSE(open.interval.high); // an exponential explains the growth as well
    }
}

TEST_CASE("profile: the potential of Bass's series", "[fit]")
{
    const auto [sales, low, high] =
        GENERATE(std::tuple{&bass_series::room_air_conditioners, 16041.3, 22572.1},
                 std::tuple{&bass_series::clothes_dryers, 14149.2, 20156.0},
                 std::tuple{&bass_series::colour_tv, 34485.6, 46447.1},
                 std::tuple{&bass_series::video_recorders, 60691.4, 75346.5});
    const auto fit =
        calibrate(bass<>{.innovation = 0.01, .imitation = 0.4, .potential = 3e4},
                  observe(per_interval(), bass_series::years(*sales), *sales),
                  {estimate("innovation"), estimate("imitation"), estimate("potential")});
    covers(profile(fit, "potential"), low, high, 1e-1, 1e-1);
}

/// Two optima, of which both explain the same: the test function of LikelihoodProfiler.jl.
template <real Real = double>
struct two_valleys {
    using real_type = Real;

    finite_value<Real> x, y;

    Real at(double row) const
    {
        using std::sqrt;
        return row < 0.5 ? Real(std::sqrt(20.0) * (x * x - 3 * x + 2)) : Real(y - 1);
    }

    static constexpr auto parameters()
    {
        return std::tuple{parameter{"x", "x", "-", "first", &two_valleys::x},
                          parameter{"y", "y", "-", "second", &two_valleys::y}};
    }
};

TEST_CASE("profile: across a bump lower than the threshold", "[fit]")
{
    const std::vector<double> row{0, 1}, nothing{0, 0};
    const auto                fit = calibrate(two_valleys<>{.x = 0.8, .y = 3},
                                              observe(row, nothing, known_noise{.deviation = 1}),
                                              {estimate("x"), estimate("y")});
    REQUIRE(fit.verdict == fit_verdict::converged);
    const double level = 2 * 0.9772498680518208 - 1; // two standard deviations: a rise of 4
    const double end   = std::sqrt(1 + 4 / std::sqrt(5.0));
    covers(profile(fit, "x", {.level = level}), (3 - end) / 2, (3 + end) / 2, 1e-9, 1e-9);
    covers(profile(fit, "y", {.level = level}), -1, 3, 1e-9, 1e-9);
}

TEST_CASE("profile: lists the parameters that reach an end of their range on the way", "[fit]")
{
    const auto fit  = specsdm91();
    const auto wide = profile(fit, "contention", {.level = 0.9999});
    CHECK(wide.on_bound == std::vector<std::string>{
                               "coherency"}); // Amdahl's law explains the data, with much contention
    CHECK(profile(fit, "contention", {.level = 0.5}).on_bound.empty());
}

TEST_CASE("profile: refuses what can't be profiled", "[fit]")
{
    const auto fit = specsdm91();
    CHECK(refused_by([&] { return profile(fit, "peak"); }) == "is not an estimated parameter");
    CHECK(refused_by([&] { return profile(fit, "scale", {.level = 1}); }) ==
          "must lie between 0 and 1");
    CHECK(refused_by([&] {
              return profile(fit, [](const auto& model) {
                  return std::optional<std::remove_cvref_t<decltype(model.scale + 0.0)>>{};
              });
          }) == "has no value at the estimates");
}

} // namespace profile_test
