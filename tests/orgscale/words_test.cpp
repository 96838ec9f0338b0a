#include "text/words.hpp"

#include <algorithm>
#include <string>

#include <catch.hpp>

#include "scenario/names.hpp"
#include "small_study.hpp"
#include "study/names.hpp"
#include "text/figures.hpp"
#include "text/figures_of_service.hpp"

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
    for (auto& one : found.outcomes) one.list = now.list; // nobody is turned away
    CHECK(program::figures_of_service(found).heads[3] == "wait");
    for (auto& one : found.outcomes) one.list.reset();
    const auto heads = program::figures_of_service(found).heads;
    CHECK(std::find(heads.begin(), heads.end(), "waiting") == heads.end());
    CHECK(heads[3] == "taken on");
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
