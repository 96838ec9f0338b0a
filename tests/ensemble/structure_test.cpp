#include <orgscale/ensemble/structure.hpp>

#include <array>
#include <cmath>
#include <cstdint>
#include <string>
#include <vector>

#include <orgscale/core/checked.hpp>
#include <orgscale/core/describe.hpp>
#include <orgscale/ensemble/draws.hpp>
#include <orgscale/ensemble/ensemble_of.hpp>
#include <orgscale/ensemble/on_threads.hpp>
#include <orgscale/ensemble/replay.hpp>
#include <orgscale/ensemble/sobol_indices.hpp>
#include <orgscale/ensemble/uncertain.hpp>
#include <orgscale/ensemble/uniform.hpp>

#include "catch.hpp"
#include "refusal.hpp"
#include "studies.hpp"

namespace structure_test {

using namespace orgscale;
using Catch::Matchers::WithinAbs;
using Catch::Matchers::WithinRel;

namespace {

/// What is asked about it is level + slope.
struct line {
    using real_type = double;

    finite_value<double> level{0};
    non_negative<double> slope{0};

    static constexpr auto parameters()
    {
        return description{parameter{"level", "a", "-", "at the start", &line::level},
                           parameter{"slope", "b", "-", "what is added", &line::slope}};
    }
};

constexpr auto sum = [](const line& one) { return one.level + one.slope; };

constexpr line low{.level = 1};
constexpr line high{.level = 5};

/// Levels 1 and 5 with shares of 0.6 and 0.4, and a slope in (0, 3) that is the same input for both.
uncertain_model<line> shared()
{
    return uncertain_model{{structure{"low", 0.6, low}, structure{"high", 0.4, high}},
                           {vary("slope", uniform(0, 3))}};
}

/// The same where only the high line has a slope.
uncertain_model<line> own()
{
    return uncertain_model{
        {structure{"low", 0.6, low}, structure{"high", 0.4, high, {vary("slope", uniform(0, 3))}}}};
}

bool holds(const interval_estimate& found, double truth)
{
    return found.low <= truth && truth <= found.high && found.high - found.low < 0.08;
}

std::vector<std::string> names(const uncertain_model<line>& study)
{
    std::vector<std::string> all;
    for (const auto& one : study.parameters()) all.push_back(one.name);
    return all;
}

std::string refused(std::vector<structure<line>>     structures,
                    std::vector<uncertain_parameter> parameters = {})
{
    return refused_by([&] { return uncertain_model<line>{structures, parameters}; });
}

} // namespace

TEST_CASE("structure: what varies in all has its name, what varies in one that of its structure too",
          "[ensemble]")
{
    CHECK(names(shared()) == std::vector<std::string>{"structure", "slope"});
    CHECK(names(own()) == std::vector<std::string>{"structure", "high.slope"});
    const uncertain_model each{{structure{"low", 0.5, low, {vary("slope", uniform(0, 1))}},
                                structure{"high", 0.5, high, {vary("slope", uniform(4, 6))}}},
                               {vary("level", uniform(7, 8))},
                               {correlate("low.slope", "high.slope", 0.9)}};
    CHECK(names(each) == std::vector<std::string>{"structure", "level", "low.slope", "high.slope"});
    const std::array<double, 4> of_low{0, 7.5, 0.25, 5}, of_high{1, 7.5, 0.25, 5};
    CHECK(each.with_values(of_low).slope == 0.25);
    CHECK(each.with_values(of_low).level == 7.5);
    CHECK(each.with_values(of_high).slope == 5);
    // A model that is certain is the one structure there is.
    CHECK(uncertain_model{low, {}}.structures().size() == 1);
}

TEST_CASE("structure: each is drawn as often as its share says", "[ensemble]")
{
    const uncertain_model study{
        {structure{"a", 0.25, line{.level = 0}}, structure{"b", 0.0, line{.level = 1}},
         structure{"c", 0.65, line{.level = 2}}, structure{"d", 0.1, line{.level = 3}}}};
    const auto count = [&](draws kind, std::uint64_t members) {
        const draw_sequence   sequence{kind, 11, study.dimension()};
        std::array<double, 4> found{};
        for (std::uint64_t i = 0; i < members; ++i) {
            std::array<double, 1> point{};
            sequence.point(i, point);
            study.values(point, point);
            found[static_cast<std::size_t>(double{study.with_values(point).level})] += 1;
        }
        return found;
    };
    constexpr std::array<double, 4> shares{0.25, 0, 0.65, 0.1};
    // A low-discrepancy coordinate has exactly one of 4096 points in each 4096th: an interval is right to one
    // at each of its ends.
    const auto even = count(draws::low_discrepancy, 4096);
    const auto free = count(draws::random, 20'000);
    for (std::size_t k = 0; k < 4; ++k) {
        CHECK_THAT(even[k], WithinAbs(4096 * shares[k], 2));
        const double deviation = std::sqrt(20'000 * shares[k] * (1 - shares[k]));
        CHECK_THAT(free[k], WithinAbs(20'000 * shares[k], 4 * deviation));
    }
    CHECK(even[1] == 0);
    CHECK(free[1] == 0);
}

TEST_CASE("structure: its index is the share of the variance between structures", "[ensemble]")
{
    const sobol_options options{.members = 4096, .seed = 5};
    SECTION("of two levels and a slope for both, which add up")
    {
        const double between = 0.6 * 0.4 * 4 * 4; // p (1 - p) (5 - 1)²
        const double within  = 3.0 * 3 / 12;
        const auto   study   = sobol_indices(shared(), sum, options);
        CHECK(holds(study.of("structure").first, between / (between + within)));
        CHECK(holds(study.of("structure").total, between / (between + within)));
        CHECK(holds(study.of("slope").first, within / (between + within)));
        CHECK(holds(study.of("slope").total, within / (between + within)));
    }
    SECTION("of a slope that only one of them has, which is felt if it is drawn")
    {
        // f = 1 with 0.6; 5 + x with p = 0.4, x of mean 3/2 and variance v = 3/4.
        const double p = 0.4, v = 0.75;
        const double between  = p * (1 - p) * (4 + 1.5) * (4 + 1.5); // of the means
        const double variance = between + p * v;
        const auto   study    = sobol_indices(own(), sum, options);
        CHECK(holds(study.of("structure").first, between / variance));
        CHECK(holds(study.of("structure").total, 1 - p * p * v / variance));
        CHECK(holds(study.of("high.slope").first, p * p * v / variance));
        CHECK(holds(study.of("high.slope").total, p * v / variance));
        CHECK_THAT(study.variance(),
                   WithinAbs(variance, 0.05)); // 4 standard errors of 8192 draws: 0.06
    }
}

TEST_CASE("structure: the same bits on any number of threads, and drawn again", "[ensemble]")
{
    const auto           study = own();
    const output_options options{.members = 500, .seed = 3};
    const auto           alone = ensemble_of(study, sum, options);
    CHECK(alone.failed().count() == 0);
    for (const std::size_t threads : {2U, 5U})
        CHECK(ensemble_of(study, sum, options, on_threads{threads}) == alone);
    // The low line, 0.6 of the members; quantiles are known to a thousandth.
    CHECK_THAT(*alone.quantile_if_any(0.3), WithinRel(1, 1e-3));
    CHECK(*alone.quantile_if_any(0.7) > 5);
    for (std::uint64_t i = 0; i < 20; ++i) {
        const auto again = replay(study, options, i);
        CHECK(again.drawn.at(0).name == "structure");
        CHECK(again.model->level == (again.drawn.at(0).value > 0 ? 5 : 1));
        CHECK(again.model->slope == (again.drawn.at(0).value > 0 ? again.drawn.at(1).value : 0));
    }
}

TEST_CASE("structure: a start may vary in one of them alone", "[ensemble]")
{
    using pair   = studies::pair_of_lines<>;
    using fields = pair::state_type;
    const pair            still{.first = 0, .second = 0};
    const uncertain_model study{
        {structure{"a", 0.5, still, {vary("left", &fields::left, uniform(1, 2))}},
         structure{"b", 0.5, still, {vary("left", &fields::left, uniform(3, 4))}}},
        {vary("right", &fields::right, uniform(5, 6))}};
    const std::array<double, 4> of_a{0, 5.5, 1.5, 3.5}, of_b{1, 5.5, 1.5, 3.5};
    const fields                start{.left = 0, .right = 0};
    CHECK(study.start_with(of_a, start).left == 1.5);
    CHECK(study.start_with(of_b, start).left == 3.5);
    CHECK(study.start_with(of_b, start).right == 5.5);
}

TEST_CASE("structure: what is asked names every structure with its share", "[ensemble]")
{
    const auto asked = [](double share) {
        return ensemble_study{
            uncertain_model{{structure{"low", share, low}, structure{"high", 1 - share, high}}}};
    };
    CHECK(asked(0.5) == asked(0.5));
    CHECK(*asked(0.5).difference(asked(0.25)) == "low.share is 0.25 there, but 0.5 here");
}

TEST_CASE("structure: refuses shares that are none, and names that are not of each", "[ensemble]")
{
    CHECK(refused({}) == "there must be a structure to draw");
    CHECK(refused({{"low", 0.5, low}, {"high", 0.4, high}}) ==
          "the shares of the structures must sum to 1");
    CHECK(refused({{"low", 1.5, low}, {"high", -0.5, high}}) ==
          "the share of high must be 0 or more");
    CHECK(refused({{"low", std::nan(""), low}}) == "the share of low must be 0 or more");
    CHECK(refused({{"low", 0.5, low}, {"low", 0.5, high}}) == "there are two structures low");
    CHECK(refused({{"", 1, low}}) == "a structure must have a name");
    CHECK(refused({{"low", 0.5, low, {vary("slop", uniform(0, 1))}}, {"high", 0.5, high}}) ==
          "low.slop: is not the name of a parameter of low");
    CHECK(refused({{"low", 1, low}}, {vary("slop", uniform(0, 1))}) ==
          "slop: is not the name of a parameter of low");
    CHECK(refused({{"low", 1, low, {vary("slope", uniform(0, 1))}}},
                  {vary("slope", uniform(0, 1))}) == "low.slope: varies twice, also as slope");
    CHECK(refused({{"low", 1, low, {vary("slope", uniform(-1, 1))}}}) ==
          "low.slope: must be 0 or greater, but the distribution uniform goes from -1 to 1");
    CHECK(refused_by([] {
              return uncertain_model{{structure{"low", 0.6, low}, structure{"high", 0.4, high}},
                                     {vary("slope", uniform(0, 3))},
                                     {correlate("slope", "structure", 0.5)}};
          }) == "structures have no order to be correlated with");
    // Thirds add up to 1 but for rounding.
    CHECK(refused({{"a", 1.0 / 3, low}, {"b", 1.0 / 3, low}, {"c", 1 - 2.0 / 3, low}}) ==
          "nothing was refused");
}

} // namespace structure_test
