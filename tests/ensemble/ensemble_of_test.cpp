#include <orgscale/ensemble/ensemble_of.hpp>

#include <array>
#include <cmath>
#include <limits>
#include <optional>
#include <stdexcept>

#include <orgscale/compare/answer.hpp>
#include <orgscale/compare/scaling_wall.hpp>
#include <orgscale/ensemble/on_threads.hpp>
#include <orgscale/ensemble/uniform.hpp>
#include <orgscale/governance/hierarchy.hpp>
#include <orgscale/growth/bass.hpp>
#include <orgscale/growth/linear_growth.hpp>

#include "catch.hpp"
#include "random_numbers.hpp"
#include "refusal.hpp"
#include "studies.hpp"

namespace ensemble_of_test {

using namespace orgscale;

namespace {

constexpr bass<> market{.innovation = 0.03, .imitation = 0.4, .potential = 1000};

struct date {
    double time;
};

} // namespace

TEST_CASE("ensemble_of: a number: the peak of a market with uncertain imitation", "[ensemble]")
{
    // ln(q/p)/(p+q) falls with q here, so its u-quantile is at the (1-u)-quantile of q.
    const auto outputs = ensemble_of(market, {vary("imitation", uniform(0.3, 0.5))},
                                     [](const bass<>& drawn) { return drawn.peak(); },
                                     {.members = 4096, .seed = 7});
    CHECK(outputs.members() == 4096);
    CHECK(outputs.complete());
    // Its relative slope over q is below 1.6: |1/(q ln(q/p)) - 1/(p+q)| from q = 0.3 on; q has slope 0.2
    // over u.
    const double rough = outputs.error() + 1.6 * 0.2 * studies::off_share(4096);
    for (const double share : {0.1, 0.5, 0.9}) {
        bass<>       there = market;
        const double q     = 0.3 + 0.2 * (1 - share);
        there.imitation    = q;
        CHECK_THAT(*outputs.quantile(share), WithinRel(there.peak()->time, rough));
    }
    CHECK(outputs.share_never() == 0);
}

TEST_CASE("ensemble_of: dates, and the share of members without one", "[ensemble]")
{
    // x = e^(-k t) falls to 1/2 at ln 2/k, before 5 if k > 0.1386, which is a share of 0.8069 of (0.1,
    // 0.3). The q-quantile of the date is at the (1-q)-quantile of k.
    const auto asks = [](const studies::decay<>& drawn) -> std::optional<date> {
        const double when = std::log(2.0) / drawn.speed;
        if (when > 5) return std::nullopt;
        return date{when};
    };
    const auto   outputs = ensemble_of(studies::decay<>{.speed = 0.2},
                                       {vary("speed", uniform(0.1, 0.3))}, asks,
                                       {.members = 8192, .seed = 7});
    const double never   = (std::log(2.0) / 5 - 0.1) / 0.2;
    // k >= 0.2 has slope 0.2 over u, so the relative slope of the date over u is at most 1.
    const double off   = studies::off_share(8192);
    const double rough = outputs.error() + off;
    CHECK_THAT(outputs.share_never(), WithinAbs(never, off));
    CHECK_THAT(*outputs.quantile(0.5), WithinRel(std::log(2.0) / 0.2, rough));
    CHECK_FALSE(outputs.quantile(0.9)); // beyond the horizon
    CHECK_THAT(*outputs.quantile_if_any(0.5), WithinRel(std::log(2.0) / (0.3 - 0.1 * (1 - never)),
                                                        rough + off)); // among members with a date
    CHECK_THAT(*outputs.share_up_to(std::log(2.0) / 0.2), WithinAbs(0.5, rough));
    CHECK(outputs.failed().count() == 0);
}

TEST_CASE("ensemble_of: a missing output of an incomplete run is a failure", "[ensemble]")
{
    const auto asks = [](const studies::decay<>& drawn) -> answer<date> {
        if (drawn.speed < 0.2) return {ending::step_limit_reached};
        return {ending::reached_end, date{1 / drawn.speed}};
    };
    const auto outputs = ensemble_of(studies::decay<>{.speed = 0.2},
                                     {vary("speed", uniform(0.1, 0.3))}, asks,
                                     {.members = 1024, .seed = 7});
    CHECK(outputs.failed().count() == 512);
    CHECK(outputs.failed().by_reason().at("it reached its step limit") == 512);
    CHECK(outputs.share_never() == 0);
}

TEST_CASE("ensemble_of: NaN is a failure, and so is a refused parameter", "[ensemble]")
{
    const uncertain_model study{studies::decay<>{.speed = 0.2}, {vary("speed", uniform(0.1, 0.3))}};
    const auto            nothing = ensemble_of(study,
                                                [](const auto& drawn) { return std::log(drawn.speed - 0.2); },
                                                {.members = 1024, .seed = 7});
    CHECK(nothing.failed().count() == 512);
    CHECK(nothing.failed().by_reason().contains("the output is NaN or minus infinity"));

    const auto refused = ensemble_of(
        study, [](const auto& drawn) { return fraction<double>{5 * drawn.speed - 0.5}; },
        {.members = 64, .seed = 7});
    CHECK(refused.failed().count() == 0); // 0 to 1
    const auto some =
        ensemble_of(study,
                    [](const auto& drawn) {
                        return fraction_below_one<double>::named(5 * drawn.speed, "share") * 1.0;
                    },
                    {.members = 64, .seed = 7});
    CHECK(some.failed().count() == 32);
    CHECK(some.failed().by_reason().at("share must be 0 or greater and less than 1") == 32);
}

TEST_CASE("ensemble_of: an exception ends the ensemble", "[ensemble]")
{
    const auto throws = [](const studies::decay<>& drawn) -> double {
        if (drawn.speed > 0.29) throw std::out_of_range{"no such table"};
        return 1;
    };
    for (const std::size_t threads : {1U, 3U})
        CHECK_THROWS_WITH(ensemble_of(studies::decay<>{.speed = 0.2},
                                      {vary("speed", uniform(0.1, 0.3))}, throws,
                                      {.members = 1000, .seed = 7}, on_threads{threads}),
                          "no such table");
}

TEST_CASE("ensemble_of: an output may need a start, which may vary", "[ensemble]")
{
    // x0 e^(-0.2 t) falls to 1 at ln(x0)/0.2.
    const uncertain_model study{studies::decay<>{.speed = 0.2},
                                {vary_start("start", uniform(2, 6))}};
    const auto            asks = [](const studies::decay<>& drawn, double start) {
        return std::log(start) / drawn.speed;
    };
    const auto outputs = ensemble_of(study, 3, asks, {.members = 4096, .seed = 7});
    // The start has slope 4 over u, the date the relative slope 1/(x0 ln x0) over the start.
    const double rough = outputs.error() + 4 / (3 * std::log(3.0)) * studies::off_share(4096);
    CHECK_THAT(*outputs.quantile(0.25), WithinRel(std::log(3.0) / 0.2, rough));
    const auto given_here = ensemble_of(studies::decay<>{.speed = 0.2}, 3,
                                        {vary_start("start", uniform(2, 6))}, asks,
                                        {.members = 4096, .seed = 7});
    CHECK(given_here == outputs);
    CHECK_THAT(refusal_text([&] {
                   return ensemble_of(study, [](const studies::decay<>&) { return 1.0; },
                                      {.members = 1, .seed = 7});
               }),
               EndsWith("start: is not a field of this model's start state"));
}

TEST_CASE("ensemble_of: walls of a real model are bit-identical on any number of threads",
          "[ensemble]")
{
    // Sales grow with the staff until the head of the hierarchy can't settle all decisions.
    const linear_growth<hierarchy> firm{
        .governance           = {.span_of_control = 7, .decisions_per_manager = 15},
        .sales_rate           = 2,
        .sales_per_person     = 0.3,
        .hiring_rate          = 4,
        .customers_per_person = 5,
        .hiring_share         = 0.05};
    const uncertain_model study{firm,
                                {vary("hiring_rate", uniform(1, 6)),
                                 vary("governance.decisions_per_manager", uniform(8, 60))}};
    const auto            asks = [](const auto& drawn) {
        return scaling_wall(drawn, {.people = 10, .customers = 40}, {.to = 20});
    };
    const output_options options{.members = 300, .seed = 7};
    const auto           alone = ensemble_of(study, asks, options);
    CHECK(alone.failed().count() == 0);
    CHECK(alone.share_never() > 0);
    CHECK(alone.share_never() < 1);
    CHECK(*alone.quantile_if_any(0.5) > 0);
    constexpr std::array<unsigned, 3> threads{7, 2, 3};
    for (int i = 0; i < trials(3); ++i)
        CHECK(ensemble_of(study, asks, options, on_threads{threads.at(static_cast<unsigned>(i))}) ==
              alone);
}

TEST_CASE("ensemble_of: ended early, it is the ensemble of its first members", "[ensemble]")
{
    const uncertain_model study{market, {vary("imitation", uniform(0.3, 0.5))}};
    const auto            asks = [](const bass<>& drawn) { return drawn.peak(); };
    const auto part = ensemble_of(study, asks, {.members = 10'000, .seed = 7}, on_threads{3},
                                  [](const progress& now) { return now.done < 1000; });
    CHECK_FALSE(part.complete());
    CHECK(part.members() >= 1000);
    CHECK(part.record() ==
          ensemble_of(study, asks, {.members = part.members(), .seed = 7}).record());
}

TEST_CASE("ensemble_of: a start that is drawn below zero fails alone, a fixed one is refused",
          "[ensemble]")
{
    const linear_growth<hierarchy> firm{.governance           = {.span_of_control = 7},
                                        .sales_rate           = 20,
                                        .hiring_rate          = 4,
                                        .customers_per_person = 5};
    const uncertain_model          study{firm,
                                         {vary("start.people", &growth_state<>::people, uniform(-1, 3))}};
    const auto people  = [](const auto&, const auto& start) { return start.people; };
    const auto outputs = ensemble_of(study, {10, 40}, people, {.members = 1024, .seed = 7});
    CHECK(outputs.complete());
    CHECK(outputs.failed().count() == 256);
    CHECK(outputs.failed().by_reason().at("start.people must be 0 or greater, and finite") == 256);
    CHECK(refusal([&] { return ensemble_of(study, {10, -40}, people, {.members = 8, .seed = 7}); }));
    CHECK_FALSE(refusal( // it is not what the members start from
        [&] { return ensemble_of(study, {-10, 40}, people, {.members = 8, .seed = 7}); }));
}

} // namespace ensemble_of_test
