#include "words.hpp"

#include <algorithm>
#include <string>

#include "catch.hpp"

#include "phrases.hpp"

namespace {

plan::study shipped(const std::string& name)
{
    return plan::make_study(plan::read_scenario(std::string{ORGSCALE_PLAN_SCENARIOS} + "/" + name));
}

std::vector<std::string> sentences_of(const plan::study& found)
{
    std::vector<std::string> all;
    for (const auto& passage : plan::words_of(found))
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

TEST_CASE("words: a scenario's own word for customers is used where it is short", "[plan]")
{
    plan::scenario one = shipped("encyclopedia.json").plan;
    CHECK(plan::customers_word(one) == "articles");
    CHECK(plan::customer_word(one) == "article");
    one.customers_are = "companies (with a contract)";
    CHECK(plan::customer_word(one) == "company");
    one.customers_are = "million dollars";
    CHECK(plan::customers_word(one) == "customers");
    one.customers_are = "households that pay a monthly fee";
    CHECK(plan::customers_word(one) == "customers");
    CHECK(plan::customer_word(one) == "customer");
}

TEST_CASE("words: runs that end early for one reason get one sentence", "[plan]")
{
    auto found = shipped("zero_to_300.json");
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

TEST_CASE("words: a tiny cost is told for a thousand or a million customers", "[plan]")
{
    CHECK(saying(sentences_of(shipped("browser.json")), "dollars per million users a month") == 1);
    CHECK(saying(sentences_of(shipped("zero_to_300.json")), "dollars per customer a month") == 1);
    CHECK(saying(sentences_of(shipped("encyclopedia.json")), "What it costs") == 0);
}
