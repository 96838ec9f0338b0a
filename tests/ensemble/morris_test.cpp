#include <orgscale/ensemble/morris.hpp>

#include <array>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include <catch.hpp>
#include <random_numbers.hpp>

#include <orgscale/compare/scaling_wall.hpp>
#include <orgscale/ensemble/on_one_thread.hpp>
#include <orgscale/ensemble/on_threads.hpp>
#include <orgscale/ensemble/progress.hpp>
#include <orgscale/ensemble/uniform.hpp>
#include <orgscale/governance/hierarchy.hpp>
#include <orgscale/growth/linear_growth.hpp>

namespace morris_test {

using namespace orgscale;

namespace {

using numbers = std::span<const double>;

const std::vector<uncertain_parameter> unit_square{vary("x", uniform(0, 1)),
                                                   vary("y", uniform(0, 1))};

} // namespace

TEST_CASE("morris: the effects of a linear function are its changes over the whole range",
          "[ensemble]")
{
    const auto design = GENERATE(morris_design::trajectory, morris_design::radial);
    const auto levels = GENERATE(2, 4, 10);
    const auto study  = morris(
        {vary("up", uniform(0, 2)), vary("down", uniform(-1, 3)), vary("idle", uniform(0, 1))},
        [](numbers x) { return 5 + 3 * x[0] - 2 * x[1]; },
        {.trajectories = 8,
          .seed         = 1,
          .levels       = static_cast<std::uint64_t>(levels),
          .design       = design});
    REQUIRE(study.found());
    CHECK(study.evaluations() == 8 * 4);
    const double rounding = 1e-13; // some ten operations on numbers up to 20
    const auto   exactly  = [&](const interval_estimate& found, double truth) {
        CHECK_THAT(found.value, WithinAbs(truth, rounding));
        CHECK_THAT(found.low, WithinAbs(truth, rounding));
        CHECK_THAT(found.high, WithinAbs(truth, rounding));
    };
    exactly(study.of("up").mean, 6);
    exactly(study.of("up").mean_size, 6);
    exactly(study.of("up").deviation, 0);
    exactly(study.of("down").mean, -8);
    exactly(study.of("down").mean_size, 8);
    CHECK(study.of("idle").mean_size == interval_estimate{0, 0, 0});
    CHECK_THROWS_WITH(study.of("lazy"), ContainsSubstring("no effect of lazy"));
}

TEST_CASE("morris: the effect in a product has the other factor's mean and deviation", "[ensemble]")
{
    const auto     design = GENERATE(morris_design::trajectory, morris_design::radial);
    constexpr auto walks  = 2000;
    const auto     study =
        morris(unit_square, [](numbers x) { return x[0] * x[1]; },
               {.trajectories = walks, .seed = 1, .design = design, .step = 0.5, .resamples = 100});
    // The levels 1/8, 3/8, 5/8, 7/8 have mean 1/2 and variance 5/64; four standard errors.
    const double deviation = std::sqrt(5.0 / 64);
    for (const char* name : {"x", "y"}) {
        const morris_effect& effect = study.of(name);
        CHECK_THAT(effect.mean.value, WithinAbs(0.5, 4 * deviation / std::sqrt(walks)));
        CHECK(effect.mean.value == effect.mean_size.value); // all effects are positive
        CHECK_THAT(effect.deviation.value,
                   WithinAbs(deviation, 4 * deviation / std::sqrt(2.0 * walks)));
    }
}

TEST_CASE("morris: effects may cancel, but their absolute values don't", "[ensemble]")
{
    // (x - 1/2)^2 between levels half the range apart: 1/8 to 5/8 and back, 3/8 to 7/8 and back.
    const auto   study = morris(unit_square, [](numbers x) { return std::pow(x[0] - 0.5, 2); },
                                {.trajectories = 4000, .seed = 1, .step = 0.5, .resamples = 100});
    const double size  = 0.25; // (1/64 - 9/64)/(1/2), or with the other sign
    CHECK_THAT(study.of("x").mean_size.value, WithinAbs(size, 1e-13));
    CHECK_THAT(study.of("x").mean.value, WithinAbs(0, 4 * size / std::sqrt(4000)));
    CHECK(study.of("y").mean_size.value == 0);
}

TEST_CASE("morris: what repeats within the range has effects", "[ensemble]")
{
    // As the second input of Ishigami's function does, twice over its range.
    for (const double times : {1.0, 2.0, 3.0, 4.0, 5.0, 6.0}) {
        const auto wave = [&](const morris_options& options) {
            return morris(
                       unit_square,
                       [&](numbers x) { return std::sin(2 * std::acos(-1.0) * times * x[0] + 0.4); },
                       options)
                .of("x")
                .mean_size.value;
        };
        CHECK(wave({.trajectories = 200, .seed = 1, .resamples = 2}) > 0.5);
    }
    const auto blind = morris(
        unit_square, [](numbers x) { return std::pow(std::sin(2 * std::acos(-1.0) * x[0]), 2); },
        {.trajectories = 200, .seed = 1, .step = 0.5, .resamples = 2});
    CHECK_THAT(blind.of("x").mean_size.value, WithinAbs(0, 1e-13));
    for (const double bad : {0.0, 0.51})
        CHECK_THROWS_AS((morris_options{.trajectories = 10, .seed = 2, .step = bad}),
                        parameter_error);
    // The golden section.
    CHECK_THAT((morris_options{.trajectories = 10, .seed = 2}.step),
               WithinAbs((3 - std::sqrt(5.0)) / 2, 1e-15));
}

TEST_CASE("morris: 95 percent of the intervals hold the truth", "[ensemble]")
{
    constexpr int seeds = trials(400);
    double        holds = 0;
    for (int seed = 0; seed < seeds; ++seed) {
        const auto  study = morris(unit_square, [](numbers x) { return x[0] * x[1]; },
                                   {.trajectories = 40, .seed = seed, .resamples = 200});
        const auto& mean  = study.of("x").mean;
        holds += mean.low <= 0.5 && 0.5 <= mean.high;
    }
    // Four standard deviations of a count of seeds, and 2 percent for the percentile interval of 40 rows.
    CHECK(holds / seeds > 0.95 - 4 * std::sqrt(0.95 * 0.05 / seeds) - 0.02);
    CHECK(holds / seeds < 1);
}

TEST_CASE("morris: the effects on a constant output are zero", "[ensemble]")
{
    const auto study =
        morris(unit_square, [](numbers) { return 3.0; }, {.trajectories = 4, .seed = 1});
    REQUIRE(study.found());
    CHECK(study.of("x").mean_size == interval_estimate{0, 0, 0});
    CHECK(study.of("y").deviation == interval_estimate{0, 0, 0});
}

TEST_CASE("morris: missing and failed outputs are counted", "[ensemble]")
{
    std::uint64_t low   = 0;
    const auto    never = [&](numbers x) {
        if (x[0] < 0.5) ++low;
        return x[0] < 0.5 ? std::optional<double>{} : std::optional{x[0]};
    };
    const auto unsaid = morris(unit_square, never, {.trajectories = 10, .seed = 1});
    CHECK(unsaid.reason() == sensitivity_reason::outputs_missing);
    CHECK(unsaid.never() > 0);
    CHECK(unsaid.never() == low);
    CHECK(unsaid.effects().empty());
    CHECK(
        morris(unit_square, never, {.trajectories = 10, .seed = 1, .never_counts_as = 0.0}).found());

    const auto failing = morris(unit_square, [](numbers x) { return std::log(x[0] - 0.5); },
                                {.trajectories = 10, .seed = 1});
    CHECK(failing.reason() == sensitivity_reason::outputs_failed);
    CHECK(failing.failed().count() == unsaid.never()); // the same draws
}

TEST_CASE("morris: bit-identical on any number of threads", "[ensemble]")
{
    const auto           f = [](numbers x) { return std::exp(x[0]) * std::sin(x[1]); };
    const morris_options options{.trajectories = 100, .seed = 5};
    const auto           one = morris(unit_square, f, options);
    for (const std::size_t threads : {1U, 2U, 5U})
        CHECK(morris(unit_square, f, options, on_threads{threads}).elementary() == one.elementary());
    CHECK(morris(unit_square, f, {.trajectories = 100, .seed = 6}).elementary() != one.elementary());
}

TEST_CASE("morris: ended early, it is the study of its first trajectories", "[ensemble]")
{
    const auto f     = [](numbers x) { return std::exp(x[0]) * std::sin(x[1]); };
    const auto until = [&](std::uint64_t enough, const auto& executor) {
        std::uint64_t last = 0;
        auto study = morris(unit_square, f, {.trajectories = 100'000, .seed = 5, .resamples = 2},
                            executor, [&](const progress& now) {
                                CHECK(now.done > last);
                                CHECK(now.members == 300'000);
                                last = now.done;
                                return now.done < enough;
                            });
        CHECK(last == study.evaluations());
        return study;
    };
    const auto check = [&](const auto& executor) {
        const auto part = until(1000, executor);
        CHECK_FALSE(part.complete());
        CHECK(part.evaluations() >= 1000);
        CHECK(part.evaluations() < 300'000);
        REQUIRE(part.found());
        const auto whole = morris(
            unit_square, f, {.trajectories = part.evaluations() / 3, .seed = 5, .resamples = 2});
        CHECK(whole.complete());
        CHECK(part.elementary() == whole.elementary());
        CHECK(part.of("y").mean_size == whole.of("y").mean_size);
    };
    check(on_one_thread{});
    check(on_threads{3});

    // With 40 inputs the first block is less than a trajectory.
    const auto many = std::vector<uncertain_parameter>(40, vary("x", uniform(0, 1)));
    const auto none = morris(
        many, [](numbers x) { return x[0]; }, {.trajectories = 10, .seed = 5}, on_one_thread{},
        [](const progress&) { return false; });
    CHECK(none.reason() == sensitivity_reason::ended_early);
    CHECK(none.effects().empty());
}

TEST_CASE("morris: what moves the date of a firm's wall", "[ensemble]")
{
    constexpr linear_growth<hierarchy> firm{
        .governance  = {.span_of_control = 7, .escalation = 0.5, .decisions_per_manager = 16},
        .sales_rate  = 20,
        .hiring_rate = 5,
        .customers_per_person = 5,
        .upkeep_decisions     = 0.1};
    const auto wall_of = [](const auto& drawn) {
        return scaling_wall(drawn, {.people = 5, .customers = 20}, {.to = 60, .relative = 1e-6});
    };
    const uncertain_model study{firm,
                                {vary("governance.decisions_per_manager", uniform(12, 28)),
                                 vary("hiring_rate", uniform(4.9, 5.1))}};
    const auto            found =
        morris(study, wall_of, {.trajectories = 10, .seed = 2, .never_counts_as = 60.0});
    REQUIRE(found.found());
    CHECK(found.of("governance.decisions_per_manager").mean_size.value >
          found.of("hiring_rate").mean_size.value);

    const uncertain_model joined{
        firm,
        {vary("governance.decisions_per_manager", uniform(12, 28)),
         vary("hiring_rate", uniform(4, 5))},
        {correlate("governance.decisions_per_manager", "hiring_rate", 0.5)}};
    CHECK_THROWS_WITH(morris(joined, wall_of, {.trajectories = 10, .seed = 2}),
                      ContainsSubstring("hiring_rate are correlated"));
    CHECK_THROWS_AS((morris_options{.trajectories = 10, .seed = 2, .levels = 3}), parameter_error);
}

TEST_CASE("morris: the defaults", "[ensemble]")
{
    const morris_options options{.trajectories = 2, .seed = 1};
    CHECK(options.levels == 4);
    CHECK(options.design == morris_design::trajectory);
    CHECK(options.step == (3 - std::sqrt(5.0)) / 2);
    CHECK_FALSE(options.never_counts_as);
    CHECK(options.level == 0.95);
    CHECK(options.resamples == 1000);
}

} // namespace morris_test
