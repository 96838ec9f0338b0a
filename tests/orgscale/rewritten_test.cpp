#include "scenario/rewritten.hpp"

#include <string>

#include <catch.hpp>

#include "format/bad_input.hpp"
#include "format/located_json.hpp"
#include "scenario/read_scenario.hpp"
#include "scenario/value_places.hpp"

namespace rewritten_test {

using namespace program;

namespace {

/// A text with the value at a name of the outermost object replaced.
std::string with_value(const std::string& text, const std::string& name, const std::string& value)
{
    const auto  json = parse_located(text, "f");
    const auto* at   = json.find(name);
    REQUIRE(at != nullptr);
    return rewritten(text, {{at->line, at->column, value}});
}

} // namespace

TEST_CASE("rewritten: a value of any kind is replaced, and nothing else moves", "[program]")
{
    const std::string text =
        "{ // \"a\": 9, } \n  \"a\": -1.5e3 /* ] */, \"\u00e9\": \"\u00e9 } \\\" ,\", \"b\":\n"
        "    {\"c\": [1, {\"d\": \"]\"}]},\t\"e\": [0.1, 0.2],\n\"f\":3}\n";
    CHECK(with_value(text, "a", "2") ==
          "{ // \"a\": 9, } \n  \"a\": 2 /* ] */, \"\u00e9\": \"\u00e9 } \\\" ,\", \"b\":\n"
          "    {\"c\": [1, {\"d\": \"]\"}]},\t\"e\": [0.1, 0.2],\n\"f\":3}\n");
    CHECK(parse_located(with_value(text, "b", "7"), "f").find("b")->number == 7);
    CHECK(parse_located(with_value(text, "b", "7"), "f").find("e")->items.size() == 2);
    CHECK(parse_located(with_value(text, "e", "{\"x\": 1}"), "f").find("e")->find("x")->number == 1);
    CHECK(parse_located(with_value(text, "f", "4"), "f").find("f")->number == 4);
    CHECK(parse_located(with_value(text, "\u00e9", "5"), "f").find("\u00e9")->number == 5);
    // Several at once, in any order.
    const auto json = parse_located(text, "f");
    const auto both =
        parse_located(rewritten(text, {{json.find("a")->line, json.find("a")->column, "[1, 2, 3]"},
                                       {json.find("f")->line, json.find("f")->column, "8"},
                                       {json.find("e")->line, json.find("e")->column, "9"}}),
                      "f");
    CHECK(both.find("a")->items.size() == 3);
    CHECK(both.find("e")->number == 9);
    CHECK(both.find("f")->number == 8);
}

TEST_CASE("rewritten: an entry is added behind the last, comments stay", "[program]")
{
    const auto more = [](const char* text) {
        return parse_located(with_entry(text, "\"z\": 1"), "f").find("z")->number;
    };
    CHECK(more("{\"a\": 1}") == 1);
    CHECK(more("{\"a\": {\"b\": 1} // }\n} // end }\n") == 1);
    CHECK(more("{}") == 1);
    CHECK(with_entry("{\"a\": 1 // one\n}", "\"z\": 1") == "{\"a\": 1,\n  \"z\": 1 // one\n}");
}

TEST_CASE("rewritten: names of parameters are found in a scenario", "[program]")
{
    const auto file = std::string{ORGSCALE_SCENARIOS} + "/encyclopedia.json";
    const auto text =
        R"({"title": "A", "time": {"unit": "year", "horizon": 5}, "people_are": "people",
"customers_are": "customers", "now": {"people": 10, "customers": 50}, "now_is": "linear/hierarchy",
"organisation": {"hiring_rate": 4, "customers_per_person": 8, "churn": 0.1, "sales_rate": 20},
"hierarchy": {"span_of_control": 7}, "meritocracy": {"core_decisions": 30}, "linear": {"sales_rate": 30},
"parallel": {"units": 3}, "network": {"imitation": 0.4, "potential": 1000}})";
    const auto all = scenario_in(text, file);
    const auto of  = [&](const std::string& name) { return places_of({name}, all, text).front(); };
    CHECK(of("churn").path == "organisation.churn");
    CHECK(of("churn").value == 0.1);
    CHECK(of("sales_rate").path == "linear.sales_rate");
    CHECK(of("span_of_control").name == "governance.span_of_control");
    CHECK(of("span_of_control").path == "hierarchy.span_of_control");
    CHECK(of("people").name == "now.people");
    CHECK(of("people").of_start);
    CHECK_THROWS_WITH(of("chrun"), ContainsSubstring("did you mean churn?"));
    CHECK_THROWS_WITH(of("attrition"), ContainsSubstring("attrition is not stated"));
    CHECK_THROWS_WITH(places_of({"churn", "churn"}, all, text), ContainsSubstring("churn twice"));
}

} // namespace rewritten_test
