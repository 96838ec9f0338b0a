#include "format/located_json.hpp"

#include <catch.hpp>

#include "format/bad_input.hpp"
#include "format/nearest_name.hpp"
#include "format/section.hpp"

namespace located_json_test {

TEST_CASE("located json: each value knows its line", "[program]")
{
    const auto json =
        program::parse_located("{\"a\": 1,\n \"b\":\n  2\n,\"c\": {\n\"d\": \"x\\ty\"}}", "f");
    CHECK(json.find("a")->line == 1);
    CHECK(json.find("b")->line == 3);
    CHECK(json.find("b")->number == 2);
    CHECK(json.find("c")->find("d")->line == 5);
    CHECK(json.find("c")->find("d")->text == "x y");
    CHECK(json.find("e") == nullptr);
}

TEST_CASE("located json: each value knows its column, in letters", "[program]")
{
    const auto json = program::parse_located(
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

TEST_CASE("located json: refusals name the file and the place", "[program]")
{
    CHECK_THROWS_WITH(program::parse_located("{\n\"a\": 1\n\"b\": 2}", "f.json"),
                      Catch::Matchers::StartsWith("f.json: not JSON: line 3, column 3"));
    CHECK_THROWS_WITH(program::parse_located("{\"a\": 1,\n\"a\": 2}", "f.json"),
                      "f.json:2:1: a is there twice");
    CHECK_THROWS_AS(program::parse_located("", "f.json"), program::bad_input);
    CHECK_THROWS_AS(program::parse_located(std::string(100000, '['), "f.json"), program::bad_input);
}

TEST_CASE("section: a wrong type is told with its full name and line", "[program]")
{
    const auto json = program::parse_located("{\"now\":\n{\"people\":\n\"ten\"}}", "f.json");
    const program::section whole{json, "f.json"};
    CHECK_THROWS_WITH(whole.inner("now").number("people"),
                      "f.json:3:1: now.people must be a number, but is a text");
    CHECK_THROWS_WITH(whole.inner("now").number("customers"),
                      "f.json:2:1: now.customers is missing");
    CHECK_THROWS_WITH(whole.inner("now").only({"customers", "peoples"}),
                      "f.json:3:1: now.people is not known; did you mean peoples?");
}

TEST_CASE("nearest name: counts letters inserted, deleted, replaced and swapped", "[program]")
{
    CHECK(program::edit_distance("", "abc") == 3);
    CHECK(program::edit_distance("kitten", "sitting") == 3);
    CHECK(program::edit_distance("hirign_rate", "hiring_rate") == 1);
    CHECK(program::did_you_mean("chrun", {"churn", "units"}) == "; did you mean churn?");
    CHECK(program::did_you_mean("xyz", {"churn", "units"}) == "; known are churn, units");
}

} // namespace located_json_test
