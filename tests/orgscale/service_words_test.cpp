// What is said of customers and money where a share has no meaning, nobody waits, or a number is tiny.
#include "text/words_on_service.hpp"

#include <limits>
#include <string>

#include <catch.hpp>

#include "small_study.hpp"
#include "text/headline.hpp"

namespace service_words_test {

using Catch::Matchers::ContainsSubstring;

namespace {

std::string words(const program::study& found)
{
    std::string text;
    for (const auto& one : program::on_service(found).sentences) text += one + "\n";
    return text;
}

std::string headline(const program::study& found)
{
    const auto  said = program::headline_of(found);
    std::string text = said.heading + "\n";
    for (const auto& one : said.sentences) text += one + "\n";
    return text;
}

} // namespace

TEST_CASE("words on service: of a list for which nobody asks, no share gives up", "[program]")
{
    constexpr double nothing  = std::numeric_limits<double>::quiet_NaN();
    constexpr double infinite = std::numeric_limits<double>::infinity();
    auto             found    = program_tests::small_study();
    auto&            now      = found.outcomes[0];
    now.list                  = program::list_found{nothing, now.start()};
    now.list->longest.wait    = infinite;
    CHECK_THAT(words(found), ContainsSubstring("\nNobody waits then, and nobody asks to join.\n"));

    now.list->gave_up = 0;
    CHECK_THAT(words(found),
               ContainsSubstring("\nNobody waits then, and none of those who ask give up.\n"));

    now.curve.front().waiting = 7; // it ran empty since
    CHECK_THAT(words(found), ContainsSubstring("Nobody waits then, and none of those who ask give "
                                               "up; nobody is taken on at the start.\n"));
    now.list->longest.wait = 4;
    CHECK_THAT(words(found),
               ContainsSubstring("Nobody waits then, and none of those who ask give up; the "
                                 "wait is longest at the start, 4 months.\n"));

    now.curve.back().waiting = 12;
    now.list->gave_up        = 0.25;
    now.list->longest.time   = 30;
    CHECK_THAT(words(found),
               ContainsSubstring("12 customers wait then, and 25.0 percent of those who ask give "
                                 "up; the wait is longest at month 30, 4 months.\n"));

    now.experience.wait = infinite;
    CHECK_THAT(words(found), ContainsSubstring(" takes nobody on, and "));
    now.experience.wait = 2;
    CHECK_THAT(words(found), ContainsSubstring(" lets those who join wait 2 months "));
}

TEST_CASE("words on service: a small share isn't none, and none waits for nothing", "[program]")
{
    auto  found         = program_tests::small_study();
    auto& now           = found.outcomes[0];
    now.taken_on        = 3e-4;
    now.experience.wait = 1;
    CHECK_THAT(words(found),
               ContainsSubstring("takes on less than 0.1 percent of those who would join; they "
                                 "wait 1 month to be served"));
    now.taken_on          = 0;
    now.experience.served = 0;
    CHECK_THAT(words(found),
               ContainsSubstring("takes on none of those who would join; whoever was taken on "
                                 "would wait 1 month to be served, and none of the customers are"));
    now.taken_on = now.experience.served = 0.5;
    CHECK_THAT(words(found),
               ContainsSubstring("takes on 50.0 percent of those who would join; they wait 1 "
                                 "month to be served, and 50.0 percent of the customers are"));
}

TEST_CASE("words on service: money at the end, and at worst where that is another sum", "[program]")
{
    auto found                 = program_tests::small_study();
    found.plan.run_by.currency = "dollars";
    auto& now                  = found.outcomes[0];
    now.funds                  = program::money{-500, -500, program::money_gone{0, 40}};
    CHECK_THAT(words(found),
               ContainsSubstring("It runs out of money at the start, when its income doesn't cover "
                                 "40 dollars a month; at the end it owes 500 dollars, more than "
                                 "ever before.\n"));
    now.funds = program::money{200, -500, program::money_gone{12, 40}};
    CHECK_THAT(words(found),
               ContainsSubstring("It runs out of money at month 12, when its income doesn't cover "
                                 "40 dollars a month; at the end it has 200 dollars at hand, and "
                                 "at worst it owes 500 dollars.\n"));
    now.funds = program::money{8e12, -276, {}}; // less than its last digits: it never ran out
    CHECK_THAT(words(found), ContainsSubstring("at hand; at its lowest it has 0 dollars.\n"));
    now.funds = program::money{900, 300, {}};
    CHECK_THAT(
        words(found),
        ContainsSubstring("It ends with 900 dollars at hand; at its lowest it has 300 dollars.\n"));
}

TEST_CASE("headline: one that wins customers whom it can't serve doesn't serve all of them",
          "[program]")
{
    auto found                          = program_tests::small_study();
    found.outcomes[0].experience.served = 0.125;
    CHECK_THAT(headline(found),
               ContainsSubstring("but can't serve them: its capacity is enough for 12.5 percent "
                                 "of those it has then."));
    CHECK_THAT(headline(found), !ContainsSubstring("serves all"));
    found.outcomes[0].experience.served = 1e-5;
    CHECK_THAT(headline(found), ContainsSubstring("is enough for less than 0.1 percent of those"));
    found.outcomes[0].experience.served = 1;
    CHECK_THAT(headline(found), ContainsSubstring("it serves all the customers it can win"));
}

} // namespace service_words_test
