#include "text/words.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <string>
#include <vector>

#include <catch.hpp>

#include "scenario/names.hpp"
#include "small_study.hpp"
#include "study/names.hpp"
#include "text/figures.hpp"
#include "text/figures_of_designs.hpp"
#include "text/figures_of_service.hpp"
#include "text/headline.hpp"
#include "text/words_on_others.hpp"

namespace words_test {

namespace {

std::vector<std::string> sentences_of(const program::study& found)
{
    std::vector<std::string> all;
    for (const auto& passage : program::words_of(found))
        all.insert(all.end(), passage.sentences.begin(), passage.sentences.end());
    return all;
}

std::ptrdiff_t saying(const std::vector<std::string>& sentences, const std::string& words)
{
    return std::count_if(sentences.begin(), sentences.end(), [&](const std::string& one) {
        return one.find(words) != std::string::npos;
    });
}

} // namespace

TEST_CASE("words: a scenario's own word for customers is used where it is short", "[program]")
{
    auto one          = program_tests::small_study().plan;
    one.customers_are = "articles";
    CHECK(program::customers_word(one) == "articles");
    CHECK(program::customer_word(one) == "article");
    one.customers_are = "companies (with a contract)";
    CHECK(program::customer_word(one) == "company");
    one.customers_are = "million dollars";
    CHECK(program::customers_word(one) == "customers");
    one.customers_are = "households that pay a monthly fee";
    CHECK(program::customers_word(one) == "customers");
    CHECK(program::customer_word(one) == "customer");
}

TEST_CASE("words: runs that end early for one reason get one sentence", "[program]")
{
    auto found = program_tests::small_study();
    for (std::size_t i : {0U, 1U, 3U}) {
        found.outcomes[i].complete = false;
        found.outcomes[i].reason   = "the reason they share";
    }
    CHECK(saying(sentences_of(found), "the reason they share") == 1);
    for (auto& one : found.outcomes) {
        one.complete = false;
        one.reason   = "the reason they share";
    }
    const auto said = sentences_of(found);
    CHECK(saying(said, "the reason they share") == 1);
    CHECK(saying(said, "All six runs end") == 1);
}

TEST_CASE("words: a tiny cost is told for a thousand or a million customers", "[program]")
{
    const auto costing = [](double dollars) {
        auto found      = program_tests::small_study();
        found.plan.cost = {100, "dollars"};
        for (auto& one : found.outcomes) one.cost_per_customer = dollars;
        return sentences_of(found);
    };
    CHECK(saying(costing(2e-5), "20 dollars per million customers a month") == 1);
    CHECK(saying(costing(2e-3), "2 dollars per thousand customers a month") == 1);
    CHECK(saying(costing(2), "2 dollars per customer a month") == 1);
    CHECK(saying(sentences_of(program_tests::small_study()), "dollars") == 0);
}

TEST_CASE("words: what a question changes, and what becomes of it", "[program]")
{
    auto             found = program_tests::small_study();
    program::what_if question{};
    question.title                 = "twice the churn";
    question.which                 = 1;
    question.set                   = {{"churn", 0.2}};
    found.plan.what_ifs            = {question};
    found.outcomes[1].parameters   = {{"churn", "", "", "", 0.1}};
    auto asked                     = found.outcomes[1];
    asked.parameters.front().value = 0.2;
    asked.curve.back()             = {60, 30, 255};
    asked.wall      = program::wall_found{{30, 15, 200}, orgscale::growth_limit::decide, {}};
    found.what_ifs  = {asked};
    const auto said = [&] { return program::on_what_ifs(found).sentences.at(0); };
    CHECK(
        said() ==
        "Twice the churn (linear growth under meritocracy, churn 0.2 instead of 0.1): 255 customers "
        "at month 60 instead of 510, with 30 people against 20. Its wall, deciding, comes at month 30; "
        "without the change there is none.");
    found.outcomes[1].wall = program::wall_found{{20, 15, 200}, orgscale::growth_limit::decide, {}};
    CHECK_THAT(said(), EndsWith("Its wall, deciding, comes at month 30 instead of at month 20."));
    found.what_ifs[0].wall = found.outcomes[1].wall;
    CHECK_THAT(said(), EndsWith("Its wall, deciding, comes at month 20, as before."));
    found.what_ifs[0].wall         = {};
    found.what_ifs[0].curve.back() = found.outcomes[1].end();
    CHECK_THAT(
        said(),
        EndsWith(
            "510 customers at month 60, as without the change, with as many people. It meets no "
            "wall."));
    found.what_ifs[0].complete = false;
    found.what_ifs[0].reason   = "the money runs out";
    CHECK_THAT(said(), ContainsSubstring("the money runs out"));
}

TEST_CASE("words: how many wait, give up and learn is said where any do", "[program]")
{
    auto  found               = program_tests::small_study();
    auto& now                 = found.outcomes[0];
    now.experience.wait       = 3;
    now.experience.least_wait = 1;
    now.list                  = {0.125, {30, 15, 300, 60, 0, 4}};
    now.run_by.intake         = "waiting_list";
    now.run_by.workforce      = "rookies";
    now.curve.back().waiting  = 40;
    now.curve.back().rookies  = 6;
    const auto said           = sentences_of(found);
    CHECK(saying(said, "lets those who join wait 3 months (where nothing is short, 1 month)") == 1);
    CHECK(
        saying(
            said,
            "40 customers wait then, and 12.5 percent of those who ask give up; the wait is longest at "
            "month 30, 4 months.") == 1);
    CHECK(saying(said, "6 of its 20 people are newcomers who still learn.") == 1);

    const auto tables = program::figures_of(found);
    const auto cell   = [&](const char* head) {
        for (const auto& table : tables)
            for (std::size_t i = 0; i < table.heads.size(); ++i)
                if (table.heads[i] == head) return table.rows[0][i] + "; " + table.rows[1][i];
        return std::string{"no column"};
    };
    CHECK(cell("wait") == "3 months; 0 hours");
    CHECK(cell("longest wait") == "4 months; -");
    CHECK(cell("waiting") == "40; -");
    CHECK(cell("give up") == "12.5%; -");
    CHECK(cell("taken on") == "-; 100%");
    CHECK(cell("still learning") == "6; -");
    now.curve.back().waiting = now.curve.back().rookies = 7e-8; // all but served, all but trained
    const auto few                                      = sentences_of(found);
    CHECK(saying(few, "Hardly anybody waits then, and 12.5 percent") == 1);
    CHECK(saying(few, "Hardly any of its 20 people are newcomers who still learn.") == 1);
    const auto  service = program::figures_of_service(found);
    const auto& columns = service.heads;
    const auto  waiting = std::find(columns.begin(), columns.end(), "waiting") - columns.begin();
    CHECK(service.rows.at(0).at(static_cast<std::size_t>(waiting)) == "< 0.01");
    for (auto& one : found.outcomes) one.list = now.list; // nobody is turned away
    CHECK(program::figures_of_service(found).heads[3] == "wait");
    for (auto& one : found.outcomes) one.list.reset();
    const auto heads = program::figures_of_service(found).heads;
    CHECK(std::find(heads.begin(), heads.end(), "waiting") == heads.end());
    CHECK(heads[3] == "taken on");
}

TEST_CASE("words: what becomes of the work is said where something does", "[program]")
{
    auto       found = program_tests::small_study();
    const auto heads = [&] { return program::figures_of_service(found).heads; };
    const auto has   = [&](const char* head) {
        const auto all = heads();
        return std::find(all.begin(), all.end(), head) != all.end();
    };
    const auto cell = [&](const char* head, std::size_t row) {
        const auto table = program::figures_of_service(found);
        const auto at    = std::find(table.heads.begin(), table.heads.end(), head);
        return table.rows[row][static_cast<std::size_t>(at - table.heads.begin())];
    };
    CHECK_FALSE(has("quality"));
    CHECK_FALSE(has("capability"));
    CHECK(program::legend_of_service(found).find("Quality") == std::string::npos);

    auto& now                = found.outcomes[0];
    now.run_by.standard      = "eroding_standard";
    now.curve.back().quality = 0.75;
    CHECK(cell("quality", 0) == "75.0%");
    CHECK(cell("quality", 1) == "-");
    CHECK_FALSE(has("capability"));
    CHECK_THAT(program::legend_of_service(found),
               ContainsSubstring("Quality: the time that a customer gets"));
    CHECK(saying(sentences_of(found),
                 "a customer gets 75.0 percent of the time that one got at the start.") == 1);
    now.curve.back().quality = 1;
    CHECK(saying(sentences_of(found), "Corners are cut") == 0);
    CHECK(saying(sentences_of(found), "as much time as one did") == 1);

    now.run_by.standard         = "capability";
    now.curve.back().capability = 1.25;
    CHECK(cell("capability", 0) == "125%");
    CHECK(cell("capability", 1) == "-");
    CHECK_FALSE(has("quality"));
    CHECK_THAT(program::legend_of_service(found),
               ContainsSubstring("Capability: what an hour of work achieves"));
    CHECK(saying(sentences_of(found),
                 "An hour of work achieves 125 percent of what it did at the start.") == 1);
    now.curve.back().capability = 1;
    CHECK(saying(sentences_of(found), "achieves as much as at the start") == 1);
}

TEST_CASE("words: of a promise to a share within a time, how many are in time", "[program]")
{
    auto found                = program_tests::small_study();
    found.plan.promise        = orgscale::promise<>{.by = 60, .wait = 2 / std::log(10.0)};
    found.plan.tail           = program::wait_tail{0.9, 2};
    found.outcomes[0].in_time = 0.9;
    found.outcomes[1].in_time = 0.75;
    const auto table          = program::figures_of_service(found);
    const auto at             = std::find(table.heads.begin(), table.heads.end(), "in time");
    REQUIRE(at != table.heads.end());
    const auto column = static_cast<std::size_t>(at - table.heads.begin());
    CHECK(table.rows[0][column] == "90.0%");
    CHECK(table.rows[1][column] == "75.0%");
    CHECK_THAT(program::legend_of_service(found),
               ContainsSubstring("In time: share served within 2 months"));
    CHECK(program::promise_in_words(found.plan) ==
          "customers, 90.0 percent of them served within 2 months of being won (a mean of 26 days)");
    CHECK_THAT(program::legend_of_designs(found), ContainsSubstring("spread exponentially"));
    found.plan.tail.reset();
    CHECK(program::promise_in_words(found.plan) == "customers, served within 26 days of being won");
    CHECK(program::legend_of_designs(found).find("exponentially") == std::string::npos);
    CHECK(program::figures_of_service(found).heads != table.heads);
}

TEST_CASE("words: when the money runs out, and what is left to pay", "[program]")
{
    auto found                 = program_tests::small_study();
    found.plan.run_by.funded   = true;
    found.plan.run_by.currency = "dollars";
    for (auto& one : found.outcomes)
        one.funds = program::money{.cash = 900, .least = 100, .gone = {}};
    const auto cell = [&](const program::figure_table& table, const char* head, std::size_t row) {
        const auto at = std::find(table.heads.begin(), table.heads.end(), head);
        return at == table.heads.end()
                   ? std::string{"no column"}
                   : table.rows[row][static_cast<std::size_t>(at - table.heads.begin())];
    };
    CHECK(cell(program::verdict_of(found), "no money from", 0) == "no column");
    CHECK(cell(program::figures_of(found).back(), "no money from", 0) == "no column");
    CHECK(program::legend_of_verdict(found).find("No money") == std::string::npos);

    auto& now = found.outcomes[0];
    now.funds = program::money{.cash = -400, .least = -500, .gone = program::money_gone{14, 250}};
    CHECK(cell(program::verdict_of(found), "no money from", 0) == "month 14");
    CHECK(cell(program::verdict_of(found), "no money from", 1) == "-");
    CHECK(cell(program::figures_of(found).back(), "no money from", 0) == "month 14");
    CHECK(cell(program::figures_of(found).back(), "not covered then, a month", 0) == "250");
    CHECK(cell(program::figures_of(found).back(), "not covered then, a month", 1) == "-");
    CHECK_THAT(program::legend_of_verdict(found), ContainsSubstring("No money from: "));
    const auto said = sentences_of(found);
    CHECK(
        saying(
            said,
            "It runs out of money at month 14, when its income doesn't cover 250 dollars a month; at "
            "the end it owes 400 dollars, and at worst it owes 500 dollars.") == 1);
    const std::string runs_out =
        "The organisation as it is (linear growth under hierarchy) runs out of money at "
        "month 14: then its income doesn't cover 250 dollars a month.";
    CHECK(program::headline_of(found).heading ==
          runs_out + " What follows holds if its creditors wait.");
    CHECK_THAT(program::headline_of(found).sentences.front(), ContainsSubstring("gets furthest"));

    now.complete = false; // where it ends then
    now.reason   = program::out_of_money;
    now.curve    = {{0, 10, 100}, {14, 12, 150}};
    CHECK(program::headline_of(found).heading == runs_out + " It ends there.");
    CHECK(saying(sentences_of(found), "ends at month 14: the money runs out.") == 1);
    CHECK(cell(program::verdict_of(found), "no money from", 0) == "month 14");
    now.funds->gone->time = 0;
    CHECK_THAT(program::headline_of(found).heading,
               ContainsSubstring("runs out of money at the start:"));
}

TEST_CASE("words: as many people are as many, whatever they are counted in", "[program]")
{
    auto found            = program_tests::small_study();
    found.plan.people_are = "thousand people at the centre";
    program::what_if asked{};
    asked.title         = "other";
    found.plan.what_ifs = {asked};
    found.what_ifs      = {found.outcomes[1]}; // with 20 people, too
    const auto said     = sentences_of(found);
    CHECK(saying(said, "with as many people.") == 1);
    CHECK(saying(said, "as many thousand") == 0);
}

TEST_CASE("words: the journey, stage by stage, and how far it has fallen back", "[program]")
{
    auto  found = program_tests::small_study();
    auto& now   = found.outcomes[0];
    now.stages  = {{orgscale::stage::product_market_fit, 3, {}, true},
                   {orgscale::stage::repeatable_sales, 9, {30}, false}};
    CHECK(saying(sentences_of(found),
                 "product-market fit at month 3, repeatable sales at month 9. At month 60 it has "
                 "fallen back to product-market fit.") == 1);
    now.stages[1].held = true;
    CHECK(saying(sentences_of(found), "fallen back") == 0);
}

TEST_CASE("words: what isn't worth saying isn't said", "[program]")
{
    auto  found               = program_tests::small_study();
    auto& now                 = found.outcomes[0];
    now.list                  = {0.125, {30, 15, 300, 60, 0, 4}};
    now.experience.wait       = 1;
    now.experience.least_wait = 1;
    CHECK(saying(sentences_of(found), "where nothing is short") == 0);
    found.plan.run_by.currency = "dollars";
    now.funds                  = program::money{.cash = 900, .least = 100, .gone = {}};
    CHECK(saying(sentences_of(found),
                 "It ends with 900 dollars at hand; at its lowest it has 100 dollars.") == 1);
    now.funds->least = 900;
    CHECK(saying(sentences_of(found), "It ends with 900 dollars at hand.") == 1);
    for (auto& one : found.outcomes) one.experience.correct = 1;
    const auto heads = [&] { return program::figures_of_service(found).heads; };
    const auto right = [&] {
        const auto all = heads();
        return std::find(all.begin(), all.end(), "done right") != all.end();
    };
    CHECK_FALSE(right());
    now.experience.correct = 0.9;
    CHECK(right());
}

TEST_CASE("words: kinds of growth and walls in short", "[program]")
{
    auto                      one = program_tests::small_study().outcomes[4];
    const program::time_scale months{.unit = "month", .start = {}, .horizon = 60};
    one.growth = {"polynomial", {}, 0.5, {}, {}};
    CHECK(program::kind_in_short(one, months) == "slowing, as t^0.50");
    one.growth.exponent = 2;
    CHECK(program::kind_in_short(one, months) == "speeding up, as t^2.00");
    one.growth = {"saturating", {}, {}, {}, 900};
    CHECK(program::kind_in_short(one, months) == "levels off near 900");
    one.network            = program::network_found{};
    one.network->potential = 800; // above all there are
    CHECK(program::kind_in_short(one, months) == "levelling off");
    one.wall = program::wall_found{{0, 15, 300}, orgscale::growth_limit::decide, {}};
    CHECK(program::wall_in_short(one, months) == "the start, deciding");
}

TEST_CASE("words: who leads, who is level, who needs fewest, and who overtakes", "[program]")
{
    auto  found = program_tests::small_study(); // 500 to 550 customers, 20 people
    auto& now   = found.outcomes[0];
    found.outcomes[3].curve.back().people = 12;
    CHECK(saying(sentences_of(found),
                 "Of those within ten percent of it, parallel growth under meritocracy needs the "
                 "fewest: 12 people.") == 1);
    found.outcomes[1].overtakes =
        program::overtaking{{0.5, 1, 2}, {0.5, 1, 2}}; // from almost the start
    found.outcomes[2].overtakes = program::overtaking{{30, 40, 200}, {30, 10, 200}};
    const auto said             = sentences_of(found);
    CHECK(
        saying(
            said,
            "Parallel growth under hierarchy overtakes it for good at month 30, at 200 customers, with 40 "
            "people against 10.") == 1);
    CHECK(saying(said, "Linear growth under meritocracy overtakes it") == 0);

    now.wall  = program::wall_found{{14, 15, 300}, orgscale::growth_limit::decide, {}};
    now.binds = orgscale::growth_limit::decide;
    CHECK(saying(sentences_of(found), "At the end the limit is") == 0);
    now.binds = orgscale::growth_limit::sell;
    CHECK(saying(sentences_of(found), "At the end the limit is selling") == 1);
}

TEST_CASE("words: the cheapest of the six is the one that costs least", "[program]")
{
    auto found      = program_tests::small_study();
    found.plan.cost = {100, "dollars"};
    for (auto& one : found.outcomes) one.cost_per_customer = 5;
    found.outcomes[1].cost_per_customer = 7;
    CHECK(saying(sentences_of(found), "the lowest of the six") == 1);
    found.outcomes[2].cost_per_customer = 3;
    CHECK(saying(sentences_of(found), "the cheapest is parallel growth under hierarchy, at 3") == 1);
}

TEST_CASE("words: serving that lags is blamed on what would help, and on nothing else", "[program]")
{
    using orgscale::growth_limit;
    auto  found       = program_tests::small_study();
    auto& now         = found.outcomes[0];
    now.binds         = growth_limit::serve;
    now.cause         = growth_limit::need;
    now.wall          = program::wall_found{{14, 15, 300}, growth_limit::serve, growth_limit::need};
    const auto blamed = [&](const std::string& name, double after, double run) {
        auto lever         = program_tests::lever_of(name, run, run);
        lever.after        = after; // of 10
        found.moves.ranked = {lever};
        return program::binding_explained(found, growth_limit::serve, growth_limit::need);
    };
    CHECK_THAT(blamed("hiring_time", 9, 0.05), ContainsSubstring("recruiting people"));
    CHECK(blamed("hiring_time", 9, -0.05).find("recruiting") == std::string::npos);
    CHECK(blamed("hiring_time", 11, 0.05).find("recruiting") == std::string::npos);
    CHECK_THAT(blamed("workforce.mentoring", 9, 0.05),
               ContainsSubstring("newcomers are still learning"));
    CHECK_THAT(blamed("observation.retention_per_level", 11, 0.05), ContainsSubstring("reports"));
    CHECK_THAT(blamed("churn", 9, 0.05), ContainsSubstring("plans lag behind demand"));
    found.plan.people_are = "nurses";
    const auto hiring     = [&] {
        return program::binding_explained(found, growth_limit::serve, growth_limit::recruit);
    };
    CHECK_THAT(hiring(),
               ContainsSubstring("nurses can't be hired as fast as customers could be won"));
    static_cast<void>(blamed("hiring_rate", 9, 0.05)); // fewer hires are better
    CHECK_THAT(hiring(), ContainsSubstring("newcomers take more time of experienced nurses"));
    static_cast<void>(blamed("hiring_rate", 11, 0.05));
    CHECK_THAT(hiring(), ContainsSubstring("can't be hired as fast"));
}

} // namespace words_test
