// Sentences and tables of the answer as a reader gets them, each with figures that can't be taken for each other.
#include "text/words.hpp"

#include <optional>
#include <string>
#include <vector>

#include <catch.hpp>

#include "report/html.hpp"
#include "small_map.hpp"
#include "small_study.hpp"
#include "study/calibrate_file.hpp"
#include "study/identified.hpp"
#include "text/figures.hpp"
#include "text/figures_of_data.hpp"
#include "text/text_of_regions.hpp"
#include "text/words_on_calibrated.hpp"
#include "text/words_on_cost.hpp"
#include "text/words_on_data.hpp"
#include "text/words_on_designs.hpp"
#include "text/words_on_growth.hpp"
#include "text/words_on_network.hpp"
#include "text/words_on_record.hpp"
#include "text/words_on_samples.hpp"

namespace sentences_test {

using orgscale::growth_limit;
using program_tests::small_study;

namespace {

std::string all_of(const program::passage& said)
{
    std::string text = said.heading + "\n";
    for (const auto& one : said.sentences) text += one + "\n";
    return text;
}

std::string words(const program::study& found)
{
    std::string text;
    for (const auto& one : program::words_of(found)) text += all_of(one);
    return text;
}

/// The cell of a table in a column with this head.
std::string cell(const program::figure_table& table, std::size_t row, const std::string& head)
{
    for (std::size_t i = 0; i < table.heads.size(); ++i)
        if (table.heads[i] == head) return table.rows.at(row).at(i);
    return "no column " + head;
}

} // namespace

TEST_CASE("sentences: what carries a network, beside its sibling and a firm", "[program]")
{
    auto found           = small_study();
    found.plan.stated_as = found.plan.now_is = 5;
    auto &now = found.outcomes[5], &sibling = found.outcomes[4];
    now.network     = program::network_found{1.25, 0.1, 0.03, growth_limit::decide, 1e5};
    sibling.network = program::network_found{1.5, 0.1, 0.03, growth_limit::decide, 1e5};
    now.wall        = program::wall_found{{30, 15, 300}, growth_limit::decide, {}};
    CHECK(
        all_of(program::on_network(found)) ==
        "What carries the network\n"
        "In network growth under meritocracy 10 percent of the customers help others, and each of them serves "
        "12.5: a self-service ratio of R = 1.25 at month 60. Above 1 the network serves itself and needs people "
        "only for its core: 20 people.\n"
        "Under hierarchy the same network reaches 540 customers with 20 people (R = 1.50): self-service carries "
        "it, not governance; governance sets its wall (meritocracy: month 30, deciding; hierarchy: none).\n"
        "For comparison, linear growth under meritocracy has 25.5 customers for each of its 20 people at month "
        "60; the network has 27.5.\n"
        "As long as it is far below its potential of 100 thousand, this network grows exponentially, by at most "
        "3.0 percent a month; the limit is deciding.\n");

    now.network->self_service      = 0.8;
    now.network->far_rate          = 0;
    sibling.curve.back().customers = 120;
    sibling.binds                  = growth_limit::decide;
    const auto text                = all_of(program::on_network(found));
    CHECK_THAT(text, ContainsSubstring(
                         "R = 0.80 at month 60. Below 1 people must serve the rest: 20 people."));
    CHECK_THAT(text,
               ContainsSubstring(
                   "reaches 120 customers with 20 people (R = 1.50), limited by deciding: here "
                   "governance makes the difference."));
    CHECK_THAT(text, ContainsSubstring(
                         "would not grow exponentially, because deciding does not grow with it."));
}

TEST_CASE("sentences: how well the organisation and the simplest curves follow a record",
          "[program]")
{
    auto found                      = small_study();
    found.plan.record               = program::recorded{};
    auto& now                       = found.outcomes[0];
    now.people_misfit               = program::misfit{0.2, 0.05, 12};
    now.customers_misfit            = program::misfit{0.3, 0.07, 24};
    found.outcomes[3].people_misfit = program::misfit{0.1, 0.04, 36};
    for (const std::size_t i : {1U, 2U, 4U, 5U})
        found.outcomes[i].people_misfit = program::misfit{0.9, 0.8, 6};
    found.people    = {program::reference_curve{0, 1, 1, 0.25},
                       program::reference_curve{0, 1, 1, 0.125}};
    found.customers = {program::reference_curve{0, 1, 1, 0.0625},
                       program::reference_curve{0, 1, 1, 0.5}};
    CHECK(
        all_of(program::on_record(found)) ==
        "How well it fits what was recorded\n"
        "Linear growth under hierarchy, as the scenario describes it, misses people by up to 20.0 percent (month "
        "12) and by 5.0 percent on average, and customers by up to 30.0 percent (month 24) and by 7.0 percent on "
        "average.\n"
        "Parallel growth under meritocracy follows the figures more closely and misses people by up to 10.0 "
        "percent (month 36) and by 4.0 percent on average.\n"
        "People: the best straight line is off by up to 25.0 percent, the best exponential by up to 12.5 percent. "
        "Hiring at a constant rate gives a straight line at best, so it cannot follow this series within 15 "
        "percent; hiring in proportion to people can.\n"
        "Customers: the best straight line is off by up to 6.2 percent, the best exponential by up to 50.0 "
        "percent. Winning customers at a constant rate can follow this series within 15 percent; winning them in "
        "proportion to those already there cannot.\n");
    found.people.exponential->worst    = 0.4;
    found.customers.exponential->worst = 0.1;
    const auto text                    = all_of(program::on_record(found));
    CHECK_THAT(text,
               ContainsSubstring(
                   "Neither hiring at a constant rate nor hiring in proportion to people follows "
                   "it within 15 percent"));
    CHECK_THAT(
        text, ContainsSubstring(
                  "Both follow it within 15 percent, so this series alone can't tell them apart."));
}

TEST_CASE("sentences: who leads, with how many people, and who needs the fewest", "[program]")
{
    auto found                     = small_study();
    found.outcomes[4].curve.back() = {60, 30, 1000};
    found.outcomes[2].curve.back() = {60, 8, 950};
    const auto text                = words(found);
    CHECK_THAT(text,
               ContainsSubstring(
                   "Of those within ten percent of it, parallel growth under hierarchy needs the "
                   "fewest: 8 people.\n"));
    CHECK_THAT(text, ContainsSubstring(
                         "That is 2.0 times as many as linear growth under hierarchy, as the "
                         "organisation is now, with 500 customers and 20 people.\n"));
    found.outcomes[2].curve.back().customers = 880; // not near it
    CHECK(words(found).find("needs the fewest") == std::string::npos);
}

TEST_CASE("sentences: what a customer costs, and where it costs least", "[program]")
{
    auto found      = small_study();
    found.plan.cost = program::costs{100, "dollars"};
    for (auto& one : found.outcomes) one.cost_per_customer = 8;
    found.outcomes[0].cost_per_customer = 4;
    CHECK(
        program::on_cost(found).sentences.at(0) ==
        "At 100 dollars a month for each of its people, linear growth under hierarchy costs 4 dollars per "
        "customer a month at month 60, the lowest of the six.");
    found.outcomes[3].cost_per_customer = 3;
    CHECK_THAT(program::on_cost(found).sentences.at(0),
               EndsWith("at month 60; the cheapest is parallel growth under meritocracy, at 3."));
}

TEST_CASE("sentences: where samples end, and half of them", "[program]")
{
    auto found = small_study();
    found.plan.unknowns.values.resize(1);
    found.samples            = program::prospects{};
    found.samples->members   = 100;
    found.samples->times     = {0, 60};
    found.samples->people    = {{1, 1, 1, 1, 1}, {10, 15, 20, 25, 30}};
    found.samples->customers = {{1, 1, 1, 1, 1}, {400, 450, 500, 550, 600}};
    CHECK_THAT(
        all_of(program::on_samples(found)),
        ContainsSubstring(
            "8 of 10 runs end with 400 to 600 customers, and 8 of 10 with 10 to 30 people; half of "
            "them with more than 500 customers.\n"));
}

TEST_CASE("sentences: money at the end and at its lowest have columns of their own", "[program]")
{
    auto found                 = small_study();
    found.plan.run_by.funded   = true;
    found.plan.run_by.currency = "dollars";
    for (auto& one : found.outcomes) one.funds = program::money{900, 100, {}};
    const auto tables = program::figures_of(found);
    CHECK(cell(tables.back(), 0, "dollars at hand") == "900");
    CHECK(cell(tables.back(), 0, "least at any time") == "100");
    CHECK(cell(tables.back(), 0, "customers per person") == "25");
}

TEST_CASE("sentences: a parameter's unit stands beside its meaning", "[program]")
{
    auto found                   = small_study();
    found.outcomes[0].parameters = {{"hiring_rate", "", "people/time", "people it can hire", 4},
                                    {"hiring_share", "", "-", "a share", 0.5}};
    const auto page              = program::html_of_parameters(found);
    CHECK_THAT(page, ContainsSubstring("people it can hire [people/month]"));
    CHECK_THAT(page, ContainsSubstring("a share</span>"));
}

TEST_CASE("sentences: a map's table and its file say across before up", "[program]")
{
    const auto found  = program_tests::small_map({{0.5, 10}, {0.625, 20}});
    const auto tables = program::tables_of(found);
    CHECK(cell(tables[0], 0, "churn") == "0.25");
    CHECK(cell(tables[0], 0, "imitation") == "12");
    CHECK(cell(tables[0], 0, "linear/hierarchy") == "7");
    CHECK(cell(tables[0], 0, "network/meritocracy") == "3");
    CHECK(cell(tables[1], 1, "churn") == "0.625");
    CHECK_THAT(
        program::csv_of(found),
        ContainsSubstring(
            "line,left,right,churn,imitation\n1,linear/hierarchy,network/meritocracy,0.5,10\n1,"
            "linear/hierarchy,network/meritocracy,0.625,20\n"));
}

TEST_CASE("sentences: forecasts that were tested, and laws of little probability", "[program]")
{
    program::identified found{};
    found.output_name = "users";
    found.over_time   = {{2001, 1}, {2009, 9}};
    found.calendar    = true;
    found.growth      = program::series_growth{};
    auto& growth      = *found.growth;
    growth.verdict    = "saturating";
    growth.laws       = {
        {"logistic", 0.97, 0.02, 12.0}, {"bass", 0.03, 0.03, {}}, {"linear", 0.0005, 0.4, {}}};
    const auto laws = program::table_of_laws(found);
    CHECK(laws->rows[0] ==
          std::vector<std::string>{"logistic", "97.0 percent", "2.0 percent", "12"});
    CHECK(laws->rows[1][1] == "3.0 percent");
    CHECK(laws->rows[2][1] == "< 0.1 percent");

    growth.back_tests = {{2003, 2005, 4, {2005, 3, 5, 6}, {}, "linear"},
                         {2004, 2006, 9, {2006, 3, 6, 7}, {}, "linear"}};
    const auto tests  = program::table_of_back_tests(found);
    CHECK(tests->rows[0] == std::vector<std::string>{"2003", "2005", "5", "3 to 6", "4", "linear"});
    CHECK(
        all_of(program::on_back_tests(found)) ==
        "The same analysis with earlier figures only\n"
        "In 1 of 2 forecasts from earlier figures, the actual figure lay within the 95 percent band; the worst "
        "forecast was off by 33.3 percent.\n"
        "So the bands shown here are too narrow.\n");
    growth.back_tests.pop_back();
    CHECK(all_of(program::on_back_tests(found)).find("too narrow") == std::string::npos);

    growth.wall = program::estimated{2007.5, {}, {}};
    std::vector<std::string> said;
    program::add_growth(said, found);
    REQUIRE(said.size() == 2);
    CHECK(said[1] == "Growth falls to a tenth of its peak rate in 2007.5.");
}

TEST_CASE("sentences: an estimate's misses and its open intervals", "[program]")
{
    program::calibrated_scenario one{};
    one.plan.title      = "A shop";
    one.plan.record     = program::recorded{};
    one.organisation    = "linear/hierarchy";
    one.found.verdict   = "converged";
    one.found.usable    = true;
    one.found.figures   = 7;
    one.found.typical   = 0.5; // of logarithms: e^0.5 - 1
    one.found.estimates = {{"churn", 0.1, 0.2, 0.01, 0.125, {}},
                           {"attrition", 0.1, 0.3, {}, {}, 0.5}};
    const auto text     = program::text_of(one);
    CHECK_THAT(text, ContainsSubstring("misses a figure by 64.9 percent (7 figures)"));
    CHECK_THAT(text, ContainsSubstring("above 0.125"));
    CHECK_THAT(text, ContainsSubstring("below 0.5"));
}

TEST_CASE("sentences: the ends of ranges at which a design lies", "[program]")
{
    auto                  found = small_study();
    program::design_found one{};
    one.which          = 0;
    one.name           = "linear/hierarchy";
    one.verdict        = orgscale::design_verdict::feasible;
    one.at_ends        = {{"hiring_rate", true}, {"governance.span_of_control", false}};
    one.best           = program::design_found::organisation{};
    one.best->cost     = 5;
    found.designs      = {one};
    found.plan.promise = orgscale::promise<>{.customers = 100, .by = 24};
    one.best->path     = {10, 20};
    found.designs      = {one};
    CHECK_THAT(
        all_of(program::on_designs(found)),
        ContainsSubstring(
            "It lies at the upper end of the range of hiring rate and the lower end of the range "
            "of span of control: with a wider range it might be cheaper.\n"));
}

} // namespace sentences_test
