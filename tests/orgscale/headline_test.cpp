#include "text/headline.hpp"

#include <string>
#include <utility>
#include <vector>

#include <catch.hpp>

#include "small_study.hpp"
#include "text/plain_text.hpp"
#include "text/words_on_comparison.hpp"

namespace headline_test {

namespace {

using program_tests::lever_of;
using program_tests::small_study;

std::string rest_of(const program::study& found)
{
    std::string text;
    for (const auto& one : program::headline_of(found).sentences) text += one + "\n";
    return text;
}

std::string said_by(const program::passage& said)
{
    std::string text;
    for (const auto& one : said.sentences) text += one + "\n";
    return text;
}

void ends_with(program::outcome& one, double customers) { one.curve.back().customers = customers; }

void give(program::outcome& one, const std::string& name, double value)
{
    one.parameters.push_back({name, "", "", "", value});
}

} // namespace

TEST_CASE("headline: which organisation gets furthest, and how much further", "[program]")
{
    auto found = small_study();
    ends_with(found.outcomes[4], 1500);
    CHECK(
        program::headline_of(found).heading ==
        "Network growth under hierarchy gets furthest: 1,500 customers at month 60, 3.0 times as many as "
        "the organisation as it is (linear growth under hierarchy), which gets to 500.");
    found.outcomes[4].curve.back().people = 3000; // and not 20
    CHECK_THAT(program::headline_of(found).heading,
               ContainsSubstring("which gets to 500, but it takes 3,000 people instead of 20."));
    found.outcomes[4].curve.back().people = 20;
    ends_with(found.outcomes[4], 600);
    CHECK_THAT(program::headline_of(found).heading,
               ContainsSubstring("600 customers at month 60, 20.0 percent more than"));
    ends_with(found.outcomes[0], 750);
    CHECK(
        program::headline_of(found).heading ==
        "The organisation as it is (linear growth under hierarchy) gets furthest: 750 customers at month "
        "60, 25.0 percent more than the next, network growth under hierarchy.");
    ends_with(found.outcomes[0], 600);
    CHECK_THAT(program::headline_of(found).heading,
               ContainsSubstring("None of the six gets further than the organisation as it is"));
    for (auto& one : found.outcomes) one.curve = {{0, 0, 0}, {60, 0, 0}};
    CHECK(program::headline_of(found).heading == "None of the six has any customers at month 60.");
}

TEST_CASE("headline: what stops the present organisation, when, and what helps most", "[program]")
{
    auto found = small_study();
    CHECK_THAT(rest_of(found), ContainsSubstring("meets no limit of its own before month 60"));
    CHECK_THAT(rest_of(found), ContainsSubstring("No single change of ten percent"));

    auto& now          = found.outcomes[0];
    now.wall           = program::wall_found{{14, 15, 300}, orgscale::growth_limit::decide, {}};
    now.binds          = orgscale::growth_limit::decide;
    found.moves.ranked = {lever_of("hiring_rate", 0.05, 0.05)};
    CHECK_THAT(rest_of(found),
               ContainsSubstring("What stops the organisation as it is, from month 14 on, is "
                                 "deciding: "));
    CHECK_THAT(rest_of(found),
               ContainsSubstring("What helps most: raising the hiring rate by ten percent (10 "
                                 "to 11) gives 5.0 percent more customers at month 60"));
    now.wall->at.time = 0;
    CHECK_THAT(rest_of(found),
               ContainsSubstring("What stops the organisation as it is, from the start, is"));
}

TEST_CASE("headline: what is within a percent is level, and fewer people are said too", "[program]")
{
    auto found = small_study();
    for (auto& one : found.outcomes) ends_with(one, 500);
    ends_with(found.outcomes[4], 504);
    CHECK_THAT(program::headline_of(found).heading, StartsWith("None of the six gets further"));
    ends_with(found.outcomes[4], 600);
    found.outcomes[4].curve.back().people = 2; // and not 20
    CHECK_THAT(program::headline_of(found).heading,
               ContainsSubstring("which gets to 500, and it takes only 2 people instead of 20."));
    found.outcomes[0].binds = orgscale::growth_limit::decide; // at the end, without a wall
    CHECK_THAT(rest_of(found),
               ContainsSubstring("meets no lasting limit before month 60; at the end it is limited "
                                 "by deciding"));
}

TEST_CASE("headline: an organisation that shrinks comes first", "[program]")
{
    auto  found = small_study();
    auto& now   = found.outcomes[0];
    CHECK_FALSE(program::shrinks(now));
    now.curve = {{0, 10, 100}, {30, 10, 90}, {60, 10, 40}};
    CHECK(program::shrinks(now));
    CHECK(
        program::headline_of(found).heading ==
        "The organisation as it is (linear growth under hierarchy) shrinks from 100 customers to 40 by "
        "month 60.");
    CHECK_THAT(rest_of(found), ContainsSubstring("gets furthest"));
    CHECK_THAT(rest_of(found), ContainsSubstring("more customers leave than are won"));

    now.curve = {{0, 10, 100}, {30, 10, 900}, {60, 10, 500}}; // more than in the beginning, and yet
    CHECK(
        program::headline_of(found).heading ==
        "The organisation as it is (linear growth under hierarchy) grows to 900 customers by month 30, and "
        "then shrinks to 500 by month 60.");
    now.curve = {{0, 10, 100}, {60, 10, 95}}; // by less than a tenth, but below the start
    CHECK(program::shrinks(now));
    now.curve = {{0, 10, 100}, {30, 10, 505}, {60, 10, 500}}; // a ripple
    CHECK_FALSE(program::shrinks(now));

    const auto text = program::text_of(found);
    CHECK(text.find("gets furthest") < text.find("The six compared"));
}

TEST_CASE("headline: of an organisation whose run ends early, that", "[program]")
{
    auto found                 = small_study();
    found.outcomes[0].complete = false;
    found.outcomes[0].reason   = "the step has become too small";
    found.outcomes[0].curve    = {{0, 10, 100}, {20, 12, 150}};
    CHECK(
        program::headline_of(found).heading ==
        "The run of the organisation as it is (linear growth under hierarchy) ends at month 20, before "
        "month 60: the step has become too small.");
}

TEST_CASE("comparison: what differs beyond the kind, but not what was chosen", "[program]")
{
    auto found = small_study();
    CHECK_THAT(said_by(program::on_differences(found)), ContainsSubstring("No parameter"));
    program::unequal_parameter served{"customers_per_person", "", "", {}},
        chosen{"hiring_rate", "", "", {}};
    for (std::size_t i = 0; i < 6; ++i) {
        served.values.push_back({i, i < 4 ? 5.0 : 50.0, false});
        chosen.values.push_back({i, static_cast<double>(i), true});
    }
    found.basis.unequal = {served, chosen};
    const auto text     = said_by(program::on_differences(found));
    CHECK_THAT(text,
               ContainsSubstring("Customers per person: linear 5, parallel 5 and network 50."));
    CHECK(text.find("Hiring rate") == std::string::npos);
}

TEST_CASE("comparison: the network's market and the others' sales are named", "[program]")
{
    auto found = small_study();
    give(found.outcomes[0], "sales_rate", 16);
    give(found.outcomes[4], "imitation", 0.2);
    give(found.outcomes[4], "potential", 3000);
    CHECK_THAT(said_by(program::on_differences(found)),
               ContainsSubstring(
                   "by selling (sales rate 16), a network by word of mouth (imitation 0.2 and "
                   "potential 3,000)"));
}

TEST_CASE("comparison: every default and every guess is listed", "[program]")
{
    auto found = small_study();
    CHECK_THAT(said_by(program::on_assumptions(found)), ContainsSubstring("None: "));
    const auto by_default = [](const std::string& name, double value, std::vector<std::size_t> in) {
        program::assumed_value one{};
        one.name       = name;
        one.value      = value;
        one.by_default = true;
        one.in         = std::move(in);
        return one;
    };
    found.basis.assumed = {by_default("churn", 0, {0, 1, 2, 3, 4, 5}),
                           by_default("governance.autonomy", 1, {1, 3, 5}),
                           by_default("sales_per_person", 0, {0, 1, 2, 3})};
    program::unknown guess{};
    guess.path                 = "organisation.hiring_time";
    guess.value                = 2;
    guess.p10                  = 1;
    guess.p90                  = 3;
    guess.source               = "Assumed: nobody knows";
    auto known                 = guess;
    known.path                 = "organisation.attrition";
    known.source               = "the firm's books";
    found.plan.unknowns.values = {guess, known};
    const auto text            = said_by(program::on_assumptions(found));
    CHECK_THAT(text, ContainsSubstring("Default: churn 0."));
    CHECK_THAT(text, ContainsSubstring("Default under meritocracy: autonomy 1."));
    CHECK_THAT(text,
               ContainsSubstring("Default in linear and parallel growth: sales per person 0."));
    CHECK_THAT(text, ContainsSubstring("hiring time 2 (1 to 3)"));
    CHECK_THAT(text, ContainsSubstring("assumed or without a source: hiring time."));
    found.plan.unknowns.values[0].source = "";
    CHECK_THAT(said_by(program::on_assumptions(found)),
               ContainsSubstring("assumed or without a source: hiring time."));
    found.plan.unknowns.values[0].source = guess.source;

    program::assumed_value plain{};
    plain.name  = "imitation";
    plain.value = 0.2;
    found.basis.assumed.push_back(plain);
    found.plan.guessed = {false, {"imitation", "organisation.attrition"}};
    CHECK_THAT(said_by(program::on_assumptions(found)),
               ContainsSubstring("Guesses, according to the scenario: imitation 0.2."));
    give(found.outcomes[0], "churn", 0.01);
    found.plan.guessed = {true, {"churn"}};
    const auto all     = said_by(program::on_assumptions(found));
    CHECK_THAT(all,
               ContainsSubstring("Guesses, according to the scenario: everything it states except "
                                 "churn 0.01."));
    CHECK_THAT(all, ContainsSubstring("assumed or without a source: all."));
}

} // namespace headline_test
