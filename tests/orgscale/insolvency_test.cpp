// An organisation that ends when its money runs out ends everywhere: in the tables, in samples, on a map, in a promise;
// and its readers learn what would have kept it going.
#include "study/run_to_end.hpp"

#include <cmath>
#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

#include <catch.hpp>

#include <orgscale/design/promise_part.hpp>

#include "chart/plots.hpp"
#include "chart/plots_of_samples.hpp"
#include "scenario/read_scenario.hpp"
#include "small_study.hpp"
#include "study/examine.hpp"
#include "study/find_levers.hpp"
#include "study/find_prospects.hpp"
#include "study/make_study.hpp"
#include "study/region_study.hpp"
#include "text/figures_of_designs.hpp"
#include "text/figures_of_levers.hpp"
#include "text/headline.hpp"
#include "text/json_output.hpp"
#include "text/plain_text.hpp"
#include "text/text_of_regions.hpp"
#include "text/words_on_levers.hpp"
#include "text/words_on_samples.hpp"

namespace insolvency_test {

namespace {

/// Five people who are paid `wage` each and sell for nothing; nobody joins or leaves. From 300 dollars, the money
/// lasts 300/(5 wage) months.
std::string text_of_shop(const std::string& wage, const std::string& budget = R"("cash": 300)",
                         const std::string& more = "")
{
    return R"({"title": "A shop that sells nothing", "time": {"unit": "month", "horizon": 60},
"people_are": "people", "customers_are": "customers", "now": {"people": 5, "customers": 10},
"now_is": "linear/hierarchy",
"organisation": {"hiring_rate": 1e-9, "customers_per_person": 10},
"hierarchy": {"span_of_control": 3}, "meritocracy": {}, "demand": {"sales_rate": 1},
"parallel": {"units": 2}, "network": {"imitation": 0.1, "potential": 1000},
"budget": {"currency": "dollars", "price": 0, "wage": )" +
           wage + ", " + budget + "}" + more + "}";
}

program::problem shop(const std::string& wage, const std::string& budget = R"("cash": 300)",
                      const std::string& more = "")
{
    return program::scenario_in(text_of_shop(wage, budget, more), "shop.json");
}

constexpr auto ends = R"("cash": 300, "stop_when_insolvent": true)";

std::string said_by(const program::passage& said)
{
    std::string text = said.heading + "\n";
    for (const auto& one : said.sentences) text += one + "\n";
    return text;
}

} // namespace

TEST_CASE("insolvency: the run ends with the money, and what has ended has no customers",
          "[program]")
{
    const auto all  = shop("2", ends);
    const auto made = program::run_to_end(all.now().model, all.plan.now, all.now().run_by, 60);
    REQUIRE(made.gone);
    CHECK(made.gone->time == Approx(30).epsilon(1e-6));
    CHECK(made.gone->uncovered == Approx(10).epsilon(1e-6));
    CHECK(made.stopped);
    CHECK(made.run.to() == made.gone->time);
    CHECK_FALSE(made.complete());
    CHECK(made.customers_at_end() == 0.0);
    CHECK_FALSE(program::gist_of(all.plan, all.now()).wall);

    const auto debtor = shop("2");
    const auto on =
        program::run_to_end(debtor.now().model, debtor.plan.now, debtor.now().run_by, 60);
    CHECK(on.gone->time == made.gone->time);
    CHECK(on.complete());
    CHECK(on.customers_at_end().value() > 10);
}

// By the rule of three: a tenth less wage lasts 1/0.9 times as long, a tenth more cash 1.1 times.
TEST_CASE("insolvency: which change puts it off most, by how much, and which cash is enough",
          "[program]")
{
    for (const auto* budget : {ends, R"("cash": 300)"}) {
        const auto all   = shop("2", budget);
        const auto moves = program::find_levers(all.plan, all.now());
        REQUIRE(moves.lasting.size() == 2);
        CHECK(moves.lasting[0].name == "budget.wage");
        CHECK(moves.lasting[0].after == Approx(1.8));
        CHECK(moves.lasts_longer(moves.lasting[0]).value() == Approx(30 / 0.9 - 30).epsilon(1e-5));
        CHECK(moves.lasting[1].name == program::cash_at_start);
        CHECK(moves.lasts_longer(moves.lasting[1]).value() == Approx(3).epsilon(1e-5));
        REQUIRE(moves.enough_cash);
        CHECK(*moves.enough_cash >= 600 * (1 - 1e-6));
        CHECK(*moves.enough_cash <= 600 * 1.01);
    }
    // A change with which it doesn't run out at all comes first.
    const auto nearly = shop("1.05", ends); // until month 57.1
    const auto saved  = program::find_levers(nearly.plan, nearly.now());
    REQUIRE(saved.lasting.size() == 2);
    for (const auto& one : saved.lasting) {
        CHECK_FALSE(one.rerun.gone);
        CHECK(one.rerun.complete);
        CHECK_FALSE(saved.lasts_longer(one));
    }
    // Without cash there is nothing to make last; with money enough, nothing runs out.
    const auto broke = shop("2", R"("cash": 0, "stop_when_insolvent": true)");
    const auto none  = program::find_levers(broke.plan, broke.now());
    CHECK(none.usual.gone);
    CHECK(none.lasting.empty());
    CHECK(none.enough_cash.value() == Approx(600).epsilon(0.01));
    const auto rich = shop("0.9", ends);
    CHECK_FALSE(program::find_levers(rich.plan, rich.now()).usual.gone);
    CHECK(program::find_levers(rich.plan, rich.now()).lasting.empty());
}

TEST_CASE("insolvency: the answer says what would keep it going", "[program]")
{
    const auto found = program::make_study(shop("2", ends));
    const auto text  = said_by(program::headline_of(found));
    CHECK_THAT(
        text, StartsWith("The organisation as it is (linear growth under hierarchy) runs out of "
                         "money at month 30: then its income doesn't cover 10 dollars a month. "
                         "It ends there.\n"
                         "What keeps it going longest: lowering the wage by ten percent (2 to 1.8) "
                         "makes the money last until month 33.3, 3.3 months longer, provided that "
                         "nobody leaves because of it. About 60"));
    CHECK_THAT(
        text, ContainsSubstring(" dollars at the start instead of 300 would last until month 60."));
    CHECK_THAT(said_by(program::on_levers(found)),
               ContainsSubstring(
                   "Raising the cash at the start by ten percent (300 to 330) makes the money "
                   "last until month 33, 3 months longer."));
    const auto table = program::figures_of_lasting(found);
    REQUIRE(table);
    CHECK(table->rows[0] ==
          std::vector<std::string>{"wage", "2 to 1.8", "month 33.3", "3.3 months", "-", "-"});
    CHECK(table->rows[1][0] == "cash at the start");
    CHECK_THAT(program::legend_of_lasting(found),
               ContainsSubstring("Without a change the money runs out at month 30."));
    CHECK_THAT(program::text_of(found), ContainsSubstring("What would make the money last longer"));
    CHECK_THAT(program::json_of(found), ContainsSubstring("\"cash_that_lasts\": 60"));

    const auto debtor = said_by(program::headline_of(program::make_study(shop("2"))));
    CHECK_THAT(debtor, ContainsSubstring("What keeps it going longest: lowering the wage"));
    CHECK_THAT(debtor,
               ContainsSubstring(
                   "would last until month 60. What follows holds if its creditors wait.\n"));
    CHECK_THAT(debtor,
               ContainsSubstring("What helps most") || ContainsSubstring("No single change of"));
}

TEST_CASE("insolvency: where no change helps, that is said", "[program]")
{
    auto  found       = program_tests::small_study();
    auto& now         = found.outcomes[0];
    found.plan.run_by = {};
    now.complete      = false;
    now.run_by.funded = true;
    now.run_by.cash   = 100;
    now.funds         = program::money{0, 0, program::money_gone{20, 5}};
    found.moves.usual = {false, {}, {}, 20, 500, program::money_gone{20, 5}};
    auto text         = said_by(program::on_levers(found));
    CHECK_THAT(text, ContainsSubstring(
                         "No single change of ten percent makes the money last visibly longer."));
    CHECK_THAT(
        text, ContainsSubstring("More cash at the start isn't the answer: a thousand times as much "
                                "would run out before month 60 too."));
    CHECK_THAT(said_by(program::headline_of(found)),
               ContainsSubstring(
                   "No single change of ten percent makes the money last visibly longer. More"));
    CHECK_THAT(said_by(program::headline_of(found)),
               ContainsSubstring("gets furthest: 550 customers at month 60. Its money lasts.\n"));
    CHECK(program::first_plot(found).shown.marks.front().label == "no money from month 20");
    CHECK(program::first_plot(found).shown.marks.front().at == 20);
    CHECK_FALSE(program::figures_of_lasting(found));

    auto price          = program_tests::lever_of("budget.price", 0, 0);
    price.rerun.gone    = {};
    found.moves.lasting = {price};
    text                = said_by(program::on_levers(found));
    CHECK_THAT(
        text, ContainsSubstring("Raising the price by ten percent (10 to 11) makes the money last "
                                "until month 60 at least, provided that no customer leaves because "
                                "of it."));
    CHECK(program::figures_of_lasting(found)->rows[0][2] == "never");
}

// The money lasts until month 60 at a wage of 1 or less: a quarter of the range. Of the others, half have a wage above
// 1.75.
TEST_CASE("insolvency: samples end too", "[program]")
{
    const auto* draws = R"(, "uncertainty": {"members": 400, "seed": 3})";
    const auto  all   = shop("[0.5, 2.5]", ends, draws);
    const auto  found = program::find_prospects(all);
    REQUIRE(found);
    CHECK(found->failed == 0);
    CHECK(found->share_gone == Approx(0.75).margin(0.005));
    REQUIRE(found->gone);
    CHECK(found->gone->p50 == Approx(60 / 1.75).epsilon(0.01));
    CHECK(found->gone->p10 == Approx(60 / 2.35).epsilon(0.01));
    CHECK(found->people.back().p50 == 0);
    CHECK(found->customers.back().p50 == 0);
    CHECK(found->people.back().p90 == Approx(5));
    // At month 30, those are gone whose wage is above 2: a quarter.
    CHECK(program::at(*found, found->people, 29.5).p10 == 0);
    CHECK(program::at(*found, found->people, 29.5).p50 == Approx(5));
    CHECK(program::at(*found, found->people, 23).p10 == Approx(5)); // the first at month 24

    const auto debtors = program::find_prospects(shop("[0.5, 2.5]", R"("cash": 300)", draws));
    CHECK(debtors->share_gone == found->share_gone);
    CHECK(debtors->people.back().p10 == Approx(5));

    const auto study = program::make_study(all);
    CHECK_THAT(said_by(program::on_samples(study)),
               ContainsSubstring(
                   "The money runs out before month 60 in 75 percent of the runs, in 8 of 10 of "
                   "those between month 25.") &&
                   ContainsSubstring("; they end there, and count as none from then on."));
    CHECK_THAT(said_by(program::headline_of(study)),
               ContainsSubstring("in 8 of 10 runs; the money runs out in 75 percent of the runs."));
    CHECK_THAT(program::json_of(study), ContainsSubstring("\"share\": 0.75"));

    CHECK_THAT(program::fan_charts(study).front().note,
               ContainsSubstring("An organisation without money has ended, and counts as 0."));

    const auto lost = program::make_study(shop("[2, 4]", ends, draws)); // all of them
    const auto said = said_by(program::on_samples(lost));
    CHECK_THAT(said, ContainsSubstring("before month 60 in all runs, in 8 of 10 between month 15"));
    CHECK_THAT(said, ContainsSubstring(
                         "None of the runs meets a wall before month 60, or before its money "
                         "runs out."));
    CHECK(said.find("runs end with") == std::string::npos);
    CHECK_THAT(said_by(program::headline_of(lost)),
               ContainsSubstring(
                   "With its uncertain parameters varied, the money runs out in all runs.\n"));
}

// Under a hierarchy managers cost twice as much: W times the wages. Where the hierarchy's money runs out and the
// meritocracy's doesn't, the meritocracy has more; where both have ended, neither has.
TEST_CASE("insolvency: on a map, who survives has more", "[program]")
{
    const auto all     = shop("1", R"("cash": 300, "wage_step": 2, "stop_when_insolvent": true)");
    const auto burn_of = [&](std::size_t which) {
        const auto& one = all.compositions[which];
        return -one.model.derivative(0, one.opening(all.plan.now)).cash;
    };
    const double first = 5 / burn_of(0), second = 5 / burn_of(1); // wages that last until month 60
    REQUIRE(first < 0.9 * second);
    const auto path = std::filesystem::temp_directory_path() / "orgscale_insolvency_test.json";
    std::ofstream{path} << text_of_shop(
        "1", R"("cash": 300, "wage_step": 2, "stop_when_insolvent": true)");
    const auto found = program::study_regions({.file    = path.string(),
                                               .between = "linear/hierarchy,linear/meritocracy",
                                               .across  = "wage=0.5..1.5",
                                               .up      = "cost_per_hire=0..1"});
    std::filesystem::remove(path);
    for (const auto& one : found.map.regions) {
        if (one.side != orgscale::region_side::neither) continue;
        CHECK(one.witness.across > second);
        CHECK(one.first == 0.0);
        CHECK(one.second == 0.0);
    }
    CHECK_THAT(said_by(program::headline_of(found)), ContainsSubstring("or both are out of money"));
    bool traced = false;
    for (const auto& one : found.map.boundaries)
        for (const auto& place : one.line)
            traced = traced || std::abs(place.across - second) < 2e-3;
    CHECK(traced);
    // Not the hierarchy's end but the meritocracy's is the line: between them the hierarchy has nobody left.
    CHECK(found.map.share_of(orgscale::region_side::second) >= second - first - 2e-3);
    CHECK(found.map.share_of(orgscale::region_side::neither) == Approx(1.5 - second).margin(2e-3));
}

TEST_CASE("insolvency: a promise of who would end includes not to", "[program]")
{
    const auto* promise = R"(, "promise": {"customers": 20})";
    CHECK(shop("2", ends, promise).plan.promise->asks(orgscale::promise_part::cash));
    CHECK(shop("2", ends, promise).plan.promise->cash == 0);
    CHECK_FALSE(
        shop("2", R"("cash": 300)", promise).plan.promise->asks(orgscale::promise_part::cash));
    const auto some = R"(, "promise": {"customers": 20, "cash": 50})";
    CHECK(shop("2", ends, some).plan.promise->cash == 50);
    CHECK_THAT(program::promise_in_words(shop("2", ends, promise).plan),
               EndsWith("without ever running out of money"));
    CHECK_THAT(program::promise_in_words(shop("2", ends, some).plan),
               EndsWith("with at least 50 dollars at hand"));
}

} // namespace insolvency_test
