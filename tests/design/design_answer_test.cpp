#include <orgscale/design/design_answer.hpp>

#include <set>
#include <string>

#include <catch.hpp>

#include <orgscale/governance/frictionless.hpp>
#include <orgscale/growth/linear_growth.hpp>

namespace design_answer_test {

using namespace orgscale;

TEST_CASE("design answer: is true if something keeps the promise", "[design]")
{
    design_answer<linear_growth<frictionless>> given;
    CHECK_FALSE(given);
    CHECK_FALSE(given.effect(promise_part::wait));
    given.parts.push_back({promise_part::wait, 0.5, {}});
    CHECK(given.effect(promise_part::wait)->price == 0.5);
    CHECK_FALSE(given.effect(promise_part::share));
}

TEST_CASE("design answer: each verdict has its own description", "[design]")
{
    std::set<std::string> words;
    for (const auto verdict : {design_verdict::feasible, design_verdict::forbidden_by_one,
                               design_verdict::forbidden_together, design_verdict::no_organisation})
        words.insert(describe(verdict));
    CHECK(words.size() == 4);
    CHECK(words.count("unknown") == 0);
}

} // namespace design_answer_test
