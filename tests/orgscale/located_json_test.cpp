#include "located_json.hpp"

#include "catch.hpp"

#include "bad_input.hpp"
#include "nearest_name.hpp"
#include "section.hpp"

TEST_CASE("located json: each value knows its line", "[plan]")
{
    const auto json =
        plan::parse_located("{\"a\": 1,\n \"b\":\n  2\n,\"c\": {\n\"d\": \"x\\ty\"}}", "f");
    CHECK(json.find("a")->line == 1);
    CHECK(json.find("b")->line == 3);
    CHECK(json.find("b")->number == 2);
    CHECK(json.find("c")->find("d")->line == 5);
    CHECK(json.find("c")->find("d")->text == "x y");
    CHECK(json.find("e") == nullptr);
}

TEST_CASE("located json: each value knows its column, in letters", "[plan]")
{
    const auto json = plan::parse_located(
        "{\"\u00e9\": \"a, \\\"b\\\": {\", \"n\":-12.5e1 ,\n  \"l\": [1,  true,\n{}, null]}", "f");
    CHECK(json.place() == "1:1");
    CHECK(json.items[0].place() == "1:7");
    CHECK(json.find("n")->place() == "1:26");
    const auto& list = *json.find("l");
    CHECK(list.place() == "2:8");
    CHECK(list.items[0].place() == "2:9");
    CHECK(list.items[1].place() == "2:13");
    CHECK(list.items[2].place() == "3:1");
    CHECK(list.items[3].place() == "3:5");
}

TEST_CASE("located json: refusals name the file and the place", "[plan]")
{
    CHECK_THROWS_WITH(plan::parse_located("{\n\"a\": 1\n\"b\": 2}", "f.json"),
                      Catch::Matchers::StartsWith("f.json: not JSON: line 3, column 3"));
    CHECK_THROWS_WITH(plan::parse_located("{\"a\": 1,\n\"a\": 2}", "f.json"),
                      "f.json:2:1: a is there twice");
    CHECK_THROWS_AS(plan::parse_located("", "f.json"), plan::bad_input);
    CHECK_THROWS_AS(plan::parse_located(std::string(100000, '['), "f.json"), plan::bad_input);
}

TEST_CASE("section: a wrong type is told with its full name and line", "[plan]")
{
    const auto          json = plan::parse_located("{\"now\":\n{\"people\":\n\"ten\"}}", "f.json");
    const plan::section whole{json, "f.json"};
    CHECK_THROWS_WITH(whole.inner("now").number("people"),
                      "f.json:3:1: now.people must be a number, but is a text");
    CHECK_THROWS_WITH(whole.inner("now").number("customers"),
                      "f.json:2:1: now.customers is missing");
    CHECK_THROWS_WITH(whole.inner("now").only({"customers", "peoples"}),
                      "f.json:3:1: now.people is not known; did you mean peoples?");
}

TEST_CASE("nearest name: counts letters inserted, deleted, replaced and swapped", "[plan]")
{
    CHECK(plan::edit_distance("", "abc") == 3);
    CHECK(plan::edit_distance("kitten", "sitting") == 3);
    CHECK(plan::edit_distance("hirign_rate", "hiring_rate") == 1);
    CHECK(plan::did_you_mean("chrun", {"churn", "units"}) == "; did you mean churn?");
    CHECK(plan::did_you_mean("xyz", {"churn", "units"}) == "; known are churn, units");
}
