#include "text/words.hpp"

#include <algorithm>
#include <string>

#include <catch.hpp>

#include "scenario/names.hpp"
#include "small_study.hpp"

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

} // namespace words_test
