// A target: so many people and customers by a date.
#include "study/run_to_end.hpp"

#include <algorithm>
#include <string>

#include <catch.hpp>

#include "chart/plots.hpp"
#include "format/bad_input.hpp"
#include "scenario/read_scenario.hpp"
#include "shipped.hpp"
#include "small_study.hpp"
#include "study/examine.hpp"
#include "text/figures.hpp"
#include "text/headline.hpp"
#include "text/json_output.hpp"

namespace target_test {

namespace {

using program::target_reached;

std::string said_by(const program::passage& said)
{
    std::string text = said.heading + "\n";
    for (const auto& one : said.sentences) text += one + "\n";
    return text;
}

/// The small study with a target of 15 people and 300 customers by month 24, which this run reaches then.
program::study aiming(const target_reached& now)
{
    auto found     = program_tests::small_study();
    found.plan.aim = program::target{15, 300, 24};
    for (auto& one : found.outcomes) one.target = target_reached{};
    found.outcomes[0].target = now;
    found.moves.usual.target = now.all;
    return found;
}

/// A scenario with this target.
program::target read(const std::string& target)
{
    return program::scenario_in(R"({"title": "A shop", "time": {"unit": "month", "horizon": 60},
"people_are": "people", "customers_are": "customers", "now": {"people": 5, "customers": 10},
"now_is": "linear/hierarchy", "organisation": {"hiring_rate": 1, "customers_per_person": 10},
"hierarchy": {"span_of_control": 3}, "meritocracy": {}, "demand": {"sales_rate": 1},
"parallel": {"units": 2}, "network": {"imitation": 0.1, "potential": 1000}, "target": )" +
                                    target + "}",
                                "shop.json")
        .plan.aim.value();
}

} // namespace

TEST_CASE("target: what it says is read, and what can't be one is refused", "[program]")
{
    const auto both = read(R"({"people": 300, "customers": 200, "by": 24})");
    CHECK(both.people == 300);
    CHECK(both.customers == 200);
    CHECK(both.by == 24);
    const auto people = read(R"({"people": 300})");
    CHECK_FALSE(people.customers);
    CHECK(people.by == 60);
    for (const auto* none : {R"({"by": 24})", R"({"people": 0})", R"({"people": 9, "by": 61})",
                             R"({"people": 9, "by": 0})", R"({"peopel": 9})"})
        CHECK_THROWS_AS(read(none), program::bad_input);
}

// The date is where the run passes the last of them; both are there then, and one isn't just before.
TEST_CASE("target: the practice has 300 people and 300 customers before month 24", "[program]")
{
    const auto  all   = program_tests::shipped("zero_to_300");
    const auto& found = program_tests::studied("zero_to_300");
    REQUIRE(found.plan.aim);
    REQUIRE(found.now().target);
    const auto& reached = *found.now().target;
    const auto  made =
        program::run_to_end(all.now().model, all.plan.now, all.now().run_by, all.plan.time.horizon);
    CHECK(made.run(*reached.people).people == Approx(300).epsilon(1e-9));
    CHECK(made.run(*reached.customers).customers == Approx(300).epsilon(1e-9));
    CHECK(*reached.all == std::max(*reached.people, *reached.customers));
    CHECK(*reached.all < 24);
    CHECK_THAT(
        program::headline_of(found).heading,
        StartsWith("The organisation as it is (linear growth under hierarchy) reaches its target in "
                   "time: 300 people at month 2") &&
            EndsWith("; it has until month 24."));
    CHECK(program::gist_of(all.plan, all.now()).target == reached.all);

    // Half as many hired: not in time. Hiring a tenth more brings it forward, by the run with the change.
    const auto slower = program_tests::with(all.now(), "hiring_rate", 8);
    const auto late   = program::examine(all, slower);
    CHECK(late.target->all.value() > 24);
    CHECK(late.target->people_then == Approx(late.marks[1].people)); // at month 24
    const auto* soonest = found.moves.soonest();
    REQUIRE(soonest != nullptr);
    CHECK(program::gist_of(all.plan, program_tests::with(all.now(), soonest->name, soonest->after))
              .target == soonest->rerun.target);
    CHECK(*soonest->rerun.target < *reached.all - 0.06);

    // In as many runs as reach it by then, counted one by one from the quantiles of people and customers: between the
    // shares that have each.
    REQUIRE(found.samples->share_in_time);
    const auto share_above = [&](const program::fan& of) { // 300 at month 24
        const auto then = program::at(*found.samples, of, 24);
        return std::pair{then.p10 >= 300   ? 0.9
                         : then.p25 >= 300 ? 0.75
                         : then.p50 >= 300 ? 0.5
                         : then.p75 >= 300 ? 0.25
                                           : 0.0,
                         then.p90 < 300   ? 0.1
                         : then.p75 < 300 ? 0.25
                         : then.p50 < 300 ? 0.5
                         : then.p25 < 300 ? 0.75
                                          : 1.0};
    };
    const auto people    = share_above(found.samples->people),
               customers = share_above(found.samples->customers);
    CHECK(*found.samples->share_in_time <= std::min(people.second, customers.second) + 1e-9);
    CHECK(*found.samples->share_in_time >= people.first + customers.first - 1 - 1e-9);
    CHECK_THAT(program::json_of(found), ContainsSubstring("\"target_in_time\": 0."));
}

TEST_CASE("target: the answer begins with whether it is reached", "[program]")
{
    CHECK(
        program::headline_of(aiming({20, 10, 20, 16, 400})).heading ==
        "The organisation as it is (linear growth under hierarchy) reaches its target in time: 15 people "
        "at month 20 and 300 customers at month 10; it has until month 24.");
    CHECK(
        program::headline_of(aiming({31, 10, 31, 12, 400})).heading ==
        "The organisation as it is (linear growth under hierarchy) misses its target, 15 people and 300 "
        "customers by month 24: it has 12 of 15 people then, and all of them at month 31.");
    CHECK(
        program::headline_of(aiming({{}, {}, {}, 12, 250})).heading ==
        "The organisation as it is (linear growth under hierarchy) misses its target, 15 people and 300 "
        "customers by month 24: it has 12 of 15 people and 250 of 300 customers then, and doesn't have them "
        "all before month 60 either.");
    CHECK_THAT(program::headline_of(aiming({9, 10, {}, 16, 400})).heading,
               ContainsSubstring("it doesn't have both at once then"));
    auto at_the_end         = aiming({{}, 10, {}, 12, 400});
    at_the_end.plan.aim->by = 60;
    CHECK_THAT(program::headline_of(at_the_end).heading, EndsWith("it has 12 of 15 people then."));
    auto people_alone                = aiming({20, 0, 20, 16, 400});
    people_alone.plan.aim->customers = {};
    CHECK(program::first_plot(people_alone).shown.marks.back().label == "target");
    CHECK_THAT(program::headline_of(people_alone).heading,
               ContainsSubstring("in time: 15 people at month 20; it has"));

    auto found               = aiming({20, 10, 20, 16, 400});
    found.outcomes[1].target = target_reached{12, 12, 12, 20, 400};
    found.outcomes[2].target = target_reached{30, 12, 30, 20, 400};
    CHECK_THAT(
        said_by(program::headline_of(found)),
        ContainsSubstring(
            "Of the other five, linear growth under meritocracy (month 12) would be in time; parallel growth under "
            "hierarchy (month 30) would be late; parallel growth under meritocracy, network growth under "
            "hierarchy and network growth under meritocracy would not get there before month 60."));
    CHECK_THAT(said_by(program::headline_of(found)),
               ContainsSubstring("No single change of ten percent brings it visibly forward.\n"));
    auto sooner                  = program_tests::lever_of("hiring_rate", 0.1, 0.1);
    sooner.rerun.target          = 18;
    auto worse                   = program_tests::lever_of("churn", 0.1, 0.1);
    worse.rerun.target           = 12;
    auto market                  = program_tests::lever_of("potential", 0.1, 0.1);
    market.rerun.target          = 12;
    auto less                    = program_tests::lever_of("sales_rate", 0.1, 0.1);
    less.rerun.target            = 20;
    found.moves.ranked           = {worse, market, less, sooner};
    found.samples                = program::prospects{};
    found.samples->share_in_time = 0.43;
    CHECK_THAT(said_by(program::headline_of(found)),
               ContainsSubstring(
                   "What brings it forward most: raising the hiring rate by ten percent (10 to "
                   "11), to month 18. With its uncertain parameters varied, it is reached in "
                   "time in 43 percent of the runs.\n"));

    const auto table = program::verdict_of(found);
    CHECK(table.heads.back() == "target");
    CHECK(table.rows[0].back() == "month 20");
    CHECK(table.rows[2].back() == "month 30 (late)");
    CHECK(table.rows[3].back() == "never");
    CHECK_THAT(
        program::legend_of_verdict(found),
        EndsWith("Target: from when there are 15 people and 300 customers; asked for by month 24."));
    CHECK(program::first_plot(found).shown.marks.back().label == "target: 300");
    CHECK(program::first_plot(found).shown.marks.back().at == 24);
}

} // namespace target_test
