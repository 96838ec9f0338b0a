// A scenario calibrated by a record that another one made gives that one's parameters back.
#include "study/calibrate_file.hpp"

#include <cmath>
#include <filesystem>
#include <fstream>
#include <string>

#include <catch.hpp>
#include <fmt/core.h>
#include <nlohmann/json.hpp>

#include <orgscale/solve/solve.hpp>

#include "format/bad_input.hpp"
#include "scenario/read_scenario.hpp"
#include "text/json_of_calibrated.hpp"
#include "text/words_on_calibrated.hpp"

namespace calibrate_test {

using namespace program;

namespace {

/// A shop that loses this share of its customers and serves so many by a person.
std::string shop(double churn, double per_person, const std::string& more = "")
{
    return fmt::format(
        R"({{"title": "A shop", "time": {{"unit": "year", "start": 2010, "horizon": 12}},
"people_are": "people", "customers_are": "customers", "now": {{"people": 10, "customers": 50}}, // at the start
"now_is": "linear/hierarchy",
"organisation": {{"hiring_rate": 6, "customers_per_person": {}, "churn": {}, "sales_rate": 90}},
"hierarchy": {{"span_of_control": 7}}, "meritocracy": {{"core_decisions": 30}},
"parallel": {{"units": 3}}, "network": {{"imitation": 0.4, "potential": 1000}}{}}})",
        per_person, churn, more);
}

/// A folder with a scenario and its record, gone in the end.
struct written_scenario {
    std::filesystem::path folder = std::filesystem::temp_directory_path() /
                                   "orgscale_calibrate_test";
    std::filesystem::path file = folder / "shop.json";

    /// The record is of a run with other values, a percent off up and down.
    written_scenario(double churn, double per_person)
    {
        std::filesystem::create_directories(folder);
        std::ofstream{file} << shop(0.2, 6, R"(,
"recorded": {"csv": "shop.csv", "time": "year", "people": "people", "customers": "customers"})");
        const auto    all   = scenario_in(shop(churn, per_person), file);
        const auto&   model = all.now().model;
        const auto    run   = orgscale::solve(model, all.now().opening(all.plan.now), {.to = 12});
        std::ofstream record{folder / "shop.csv"};
        record << "year,people,customers\n";
        for (int year = 1; year <= 12; ++year) {
            const auto state = run(year);
            record << fmt::format("{},{:.6f},{:.6f}\n", 2010 + year,
                                  state.people * (1 + 0.01 * std::sin(5.0 * year)),
                                  state.customers * (1 + 0.01 * std::cos(7.0 * year)));
        }
    }
    ~written_scenario() { std::filesystem::remove_all(folder); }
    written_scenario(const written_scenario&)            = delete;
    written_scenario& operator=(const written_scenario&) = delete;
};

} // namespace

TEST_CASE("calibrate: the parameters of a record come back, with intervals and their source",
          "[program]")
{
    const written_scenario made{0.3, 8};
    const auto             one = calibrate_file(made.file, {"churn", "customers_per_person"});
    REQUIRE(one.found.usable);
    REQUIRE(one.found.estimates.size() == 2);
    CHECK(one.found.estimates[0].before == 0.2);
    CHECK_THAT(one.found.estimates[0].value, WithinRel(0.3, 0.05));
    CHECK_THAT(one.found.estimates[1].value, WithinRel(8.0, 0.05));
    for (const auto& estimate : one.found.estimates) {
        REQUIRE(estimate.low);
        CHECK(*estimate.low < estimate.value);
        CHECK(*estimate.high > estimate.value);
    }
    CHECK_THAT(text_of(one), ContainsSubstring("churn"));

    // What is written is a scenario, with the estimates as distributions, and comments where they were.
    const auto again = scenario_in(one.text, made.file);
    REQUIRE(again.plan.unknowns.values.size() == 2);
    CHECK_THAT(again.plan.unknowns.values[0].source,
               StartsWith("estimated from shop.csv, 95 percent from"));
    CHECK_THAT(again.plan.unknowns.values[0].value * again.plan.unknowns.values[1].value,
               WithinRel(one.found.estimates[0].value * one.found.estimates[1].value, 1e-4));
    CHECK(again.plan.unknowns.members == 1000);
    CHECK_THAT(one.text, ContainsSubstring("// at the start"));

    const auto json = nlohmann::json::parse(json_of(one));
    CHECK(json["verdict"] == "converged");
    CHECK(json["estimates"][0]["parameter"] == "churn");
    CHECK(json["estimates"][0]["low"] < json["estimates"][0]["estimate"]);
    const double correlation = json["correlations"]["churn"]["customers_per_person"];
    CHECK(json["correlations"]["customers_per_person"]["churn"] == correlation);
    CHECK(std::abs(correlation) < 1);
    CHECK(json["correlations"]["churn"].size() == 1);
    CHECK(json["scenario"] == one.text);
}

TEST_CASE("calibrate: what can't be estimated is refused in one line", "[program]")
{
    const written_scenario made{0.3, 8};
    CHECK_THROWS_WITH(calibrate_file(made.file, {"attrition"}), ContainsSubstring("not stated"));
    CHECK_THROWS_WITH(calibrate_file(made.file, {"imitation"}),
                      ContainsSubstring("no parameter of linear/hierarchy"));
}

} // namespace calibrate_test
