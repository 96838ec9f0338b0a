// What a scenario may hold, and what is asked back about it.
#include "scenario/read_scenario.hpp"

#include <algorithm>
#include <cmath>
#include <filesystem>
#include <fstream>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include <catch.hpp>

#include "format/bad_input.hpp"
#include "format/json_comments.hpp"
#include "format/located_json.hpp"
#include "format/section.hpp"
#include "format/shortened.hpp"
#include "scenario/explain.hpp"
#include "scenario/parameter_names.hpp"
#include "scenario/read_organisations.hpp"
#include "scenario/starting_scenario.hpp"
#include "study/comparison_basis.hpp"

namespace inputs_test {

namespace {

/// A scenario as a file of its own, gone in the end.
struct scenario_file {
    std::filesystem::path place = std::filesystem::temp_directory_path() /
                                  "orgscale_inputs_test.json";
    explicit scenario_file(const std::string& text) { std::ofstream{place} << text; }
    ~scenario_file() { std::filesystem::remove(place); }
    scenario_file(const scenario_file&)            = delete;
    scenario_file& operator=(const scenario_file&) = delete;
};

program::problem read(const std::string& text)
{
    const scenario_file file{text};
    return program::read_scenario(file.place);
}

/// A shop with these entries of its sections; months.
std::string shop(const std::string& organisation = "", const std::string& horizon = "60",
                 const std::string& more = "")
{
    return R"({"title": "A shop", "time": {"unit": "month", "horizon": )" + horizon + R"(},
"people_are": "people", "customers_are": "customers", "now": {"people": 10, "customers": 50},
"now_is": "linear/hierarchy",
"organisation": {"hiring_rate": 6, "customers_per_person": 8, "sales_rate": 12)" +
           organisation + R"(},
"hierarchy": {"span_of_control": 7}, "meritocracy": {"core_decisions": 30},
"parallel": {"units": 3}, "network": {"imitation": 0.4, "potential": 1000})" +
           more + "}";
}

std::vector<std::string> warnings_of(const std::string& scenario)
{
    std::vector<std::string> texts;
    for (const auto& one : read(scenario).plan.warnings) texts.push_back(one.text);
    return texts;
}

} // namespace

TEST_CASE("inputs: what the organisation has is divided among its units, once", "[program]")
{
    const auto all = read(shop());
    for (const auto& one : all.compositions) {
        const auto lines = program::parameters_of(one);
        for (const auto& line : lines) { // stated for the whole, everywhere alike
            if (line.name == "hiring_rate") CHECK(line.value == 6);
            if (line.name == "sales_rate") CHECK(line.value == 12);
            if (line.name == "governance.core_decisions") CHECK(line.value == 30);
        }
    }
    // Units that neither wait nor need to agree sell and hire as the whole does: no more for being three.
    const orgscale::growth_state<> start{.people = 30, .customers = 50};
    const auto                     of = [&](const char* name) {
        const auto& one = all.compositions[*program::composition_named(name)];
        return one.model.flows(0, one.opening(start)).limits;
    };
    for (const std::string governance : {"/hierarchy", "/meritocracy"}) {
        const auto whole = of(("linear" + governance).c_str());
        const auto parts = of(("parallel" + governance).c_str());
        CHECK_THAT(parts.sell, WithinRel(whole.sell, 1e-14));
        CHECK_THAT(parts.recruit, WithinRel(whole.recruit, 1e-14));
    }
    const auto moved = program::with_values(
        all.compositions[*program::composition_named("parallel/hierarchy")], {{"units", 6}});
    CHECK_THAT(moved.model.flows(0, moved.opening(start)).limits.sell, WithinRel(12.0, 1e-14));
}

TEST_CASE("inputs: what compositions differ in beyond their kind, and what nobody stated, is listed",
          "[program]")
{
    const auto basis = program::basis_of(
        read(shop(R"(, "churn": [0.01, 0.03])", "60",
                  R"(, "linear": {"hiring_rate": 9}, "uncertainty": {"members": 9, "seed": 1})")));
    REQUIRE(basis.unequal.size() == 1);
    CHECK(basis.unequal.front().name == "hiring_rate");
    REQUIRE(basis.unequal.front().values.size() == 6);
    CHECK(basis.unequal.front().values[0].number == 9);
    CHECK(basis.unequal.front().values[2].number == 6);

    const auto assumed = [&](const std::string& name) {
        return std::find_if(basis.assumed.begin(), basis.assumed.end(),
                            [&](const auto& one) { return one.name == name; });
    };
    REQUIRE(assumed("attrition") != basis.assumed.end());
    CHECK(assumed("attrition")->by_default);
    CHECK(assumed("attrition")->in.size() == 6);
    CHECK(assumed("coherency")->in == std::vector<std::size_t>{2, 3});
    REQUIRE(assumed("churn") != basis.assumed.end());
    CHECK_FALSE(assumed("churn")->by_default);
    CHECK(assumed("churn")->words == "anything from 0.01 to 0.03");
    CHECK(assumed("hiring_rate") == basis.assumed.end());
    CHECK(program::basis_of(read(shop())).unequal.empty()); // the control: all share one section
}

TEST_CASE("inputs: a scenario says which of its values are guesses", "[program]")
{
    const auto guessed_in = [](const std::string& guesses) {
        std::vector<std::string> names;
        const auto               all = read(shop(R"(, "churn": [0.01, 0.03])", "60",
                                                 R"(, "uncertainty": {"members": 9, "seed": 1})" + guesses));
        for (const auto& one : program::basis_of(all).assumed)
            if (!one.by_default && one.words.empty()) names.push_back(one.name);
        return names;
    };
    CHECK(guessed_in("").empty());
    CHECK(guessed_in(
              R"(, "guesses": ["imitation", "governance.span_of_control", "churn", "attrition"])") ==
          std::vector<std::string>{"governance.span_of_control",
                                   "imitation"}); // the others are listed as what they are
    const auto all = guessed_in(R"(, "guesses": "all")");
    CHECK(std::find(all.begin(), all.end(), "hiring_rate") != all.end());
    CHECK(std::find(all.begin(), all.end(), "attrition") == all.end()); // a default
    CHECK(guessed_in(R"(, "guesses": {"all_but": ["units"]})").size() + 1 == all.size());

    const auto refused = [&](const std::string& guesses, const char* words) {
        CHECK_THROWS_WITH(guessed_in(R"(, "guesses": )" + guesses), ContainsSubstring(words));
    };
    refused(R"(["chrun"])", "guesses names chrun, which is not a parameter; did you mean churn?");
    refused(R"({"all_but": ["chrun"]})", "guesses.all_but names chrun");
    refused(R"({"but": []})", "guesses.but is not known");
    refused("{}", "guesses.all_but is missing");
    refused("3", "guesses must be a list, but is a number");
    refused("[3]", "guesses must list texts");
    refused(R"("most")", "guesses is \"most\", which is not known; known are all");
}

TEST_CASE("inputs: slips are asked about, each once and in its place", "[program]")
{
    CHECK(warnings_of(shop(R"(, "churn": 0.02, "attrition": 1)")).empty());
    const auto all = read(shop(R"(, "churn": 2)"));
    REQUIRE(all.plan.warnings.size() == 1); // six compositions have it
    CHECK(
        all.plan.warnings.front().text ==
        "organisation.churn is 2, which means 200 percent in a month; if 2 percent is meant, write "
        "0.02");
    CHECK_THAT(all.plan.warnings.front().place, ContainsSubstring("orgscale_inputs_test.json:4:"));

    const auto asked = [](const std::string& scenario, const std::string& words) {
        const auto texts = warnings_of(scenario);
        return std::any_of(texts.begin(), texts.end(), [&](const std::string& one) {
            return one.find(words) != std::string::npos;
        });
    };
    CHECK(asked(shop("", "1e-12"), "time.horizon is 1e-12 months, less than a day"));
    CHECK_FALSE(asked(shop("", "1"), "horizon"));
    CHECK(
        asked(shop(R"(, "churn": 1e308)"), "organisation.churn is 1e+308 a month; is that meant?"));
    CHECK(asked(shop(R"(, "core_people": 1e11)"), "more than there are people"));
    CHECK(asked(shop(R"(, "hiring_time": 1e5)"), "more than a hundred times the horizon"));
    CHECK(warnings_of(
              shop("", "60", R"(, "standard": {"policy": "eroding_standard", "corner_cutting": 0.6,
"falling_time": 4, "rising_time": 1000000})"))
              .empty()); // it doesn't come back, as --explain has it
    CHECK(asked(shop(R"(, "onboarding_time": 1e-6)"), "less than a millionth of the horizon"));
    CHECK(asked(shop(R"(, "churn": 0.9)", "2000"), "a thousand times what the horizon"));
    CHECK(asked(shop("", "60", R"(, "uncertainty": {"members": 9, "seed": 1})"),
                "uncertainty is not used"));
    CHECK(asked(shop("", "60", R"(, "demand": {"potential": 9}, "linear": {"sales_rate": 1})"),
                "demand.potential is not used"));
    CHECK_FALSE(asked(shop("", "60", R"(, "linear": {"sales_rate": 1})"), "is not used"));

    const std::string promised =
        R"(, "promise": {"customers": 90}, "choose": {"hiring_rate": [1, 9]})";
    auto open = shop("", "60", promised);    // it is chosen whatever is stated
    CHECK_FALSE(asked(open, "is not used")); // since it is stated which organisation this is
    open.erase(open.find(R"("now_is")"), std::string{R"("now_is": "linear/hierarchy",)"}.size());
    CHECK(asked(open, R"(organisation.hiring_rate is not used: "choose" has a range for it)"));
}

TEST_CASE("inputs: comments are passed over, and nothing moves from its place", "[program]")
{
    const std::string text = "{ // people \"or\" not\n\"a\": /* \u00e9, {[ */ 1, \"b\": \"// no\"}";
    const auto        json = program::parse_located(text, "f");
    CHECK(json.find("a")->number == 1);
    CHECK(json.find("a")->place() == "2:18");
    CHECK(json.find("b")->text == "// no");
    CHECK(program::without_comments("\"\\\" // \" // x\n/") == "\"\\\" // \"     \n/");
    for (const auto* open : {"{} /* never closed", "{\"a\": 1 / 2}", "{\"a\": \"//"})
        CHECK_THROWS_AS(program::parse_located(open, "f"), program::bad_input);
}

TEST_CASE("inputs: a text is quoted with at most sixty letters", "[program]")
{
    CHECK(program::shortened("churn\n") == "churn ");
    CHECK(program::shortened(std::string(60, 'x')) == std::string(60, 'x'));
    CHECK(program::shortened(std::string(1000000, 'x')) == std::string(60, 'x') + "...");
    std::string accents;
    for (int i = 0; i < 61; ++i) accents += "\u00e9";
    CHECK(program::shortened(accents) == accents.substr(0, 120) + "...");
    CHECK(program::shortened(std::string(1000000, '\x80')).size() < 250); // no UTF-8 at all
}

TEST_CASE("inputs: a starting scenario of each kind can be read as it is, and nothing is asked",
          "[program]")
{
    for (const auto* kind : {"linear", "parallel", "network"}) {
        const auto all = read(program::starting_scenario(kind));
        CHECK(all.plan.warnings.empty());
        CHECK(program::growth_of(all.now().name()) == kind);
        CHECK(program::basis_of(all).unequal.empty());
    }
    const auto promised = read(program::starting_scenario("promise"));
    CHECK(promised.plan.promise);
    CHECK(promised.plan.choices.size() == 3);
    // What its comments offer in place of a neutral policy can be used as it stands there.
    auto text = program::starting_scenario("linear");
    for (const auto* neutral : {R"({"policy": "turned_away"})", R"({"policy": "ready_at_once"})"}) {
        const auto at = text.find(neutral), other = text.find("or {\"policy\"", at) + 3;
        text.replace(at, std::string{neutral}.size(),
                     text.substr(other, text.find('}', other) + 1 - other));
    }
    const auto chosen = read(text);
    CHECK(chosen.now().model.policies() == std::vector<std::string>{"waiting_list", "rookies"});
    CHECK(chosen.plan.warnings.empty());
    CHECK_THROWS_WITH(program::starting_scenario("linaer"),
                      "--init linaer is not known; did you mean linear?");
}

TEST_CASE("inputs: every parameter is explained, and what is no parameter refused", "[program]")
{
    for (const auto& one : read(shop()).compositions)
        for (const auto& line : program::parameters_of(one)) {
            const auto text = program::explanation_of(line.name);
            for (const auto* part : {"meaning", "default", "goes in", "published"})
                CHECK_THAT(text, ContainsSubstring(part));
        }
    CHECK_THAT(program::explanation_of("imitation"), ContainsSubstring("Sultan"));
    CHECK_THAT(program::explanation_of("imitation"), ContainsSubstring("must be stated"));
    CHECK_THAT(program::explanation_of("hiring_rate"),
               ContainsSubstring("divides it among its units"));
    CHECK_THAT(program::explanation_of("corner_cutting"), ContainsSubstring("Oliva"));
    CHECK_THAT(program::explanation_of("first_stage.mentoring"),
               ContainsSubstring("workforce (two_stage_learning)"));
    CHECK_THAT(program::explanation_of("standard"), ContainsSubstring("A section of a scenario"));
    CHECK_THAT(program::explanation_of("escalation"), ContainsSubstring("no published range known"));
    CHECK_THAT(program::explanation_of("holding_time"), ContainsSubstring("three months"));
    CHECK_THAT(program::explanation_of("stages"), ContainsSubstring("decision_reserve"));
    for (const auto* section : {"choose", "costs", "guesses"})
        CHECK_THAT(program::explanation_of(section), ContainsSubstring("A section of a scenario"));
    CHECK_THROWS_WITH(program::explanation_of("hirign_rate"),
                      ContainsSubstring("did you mean hiring_rate?"));
}

TEST_CASE("inputs: a name that a growth law and a policy share means the growth law's", "[program]")
{
    const auto all    = read(shop(", \"patience\": 5", "60", R"(,
"intake": {"policy": "waiting_list", "patience": 6},
"what_if": [{"title": "none", "composition": "linear/hierarchy", "set": {"patience": 2}},
            {"title": "list", "composition": "linear/hierarchy", "set": {"intake.patience": 3}}])"));
    const auto values = [](const program::organisation& one) {
        std::map<std::string, double> found;
        for (const auto& line : program::parameters_of(one)) found[line.name] = line.value;
        return std::pair{found["patience"], found["intake.patience"]};
    };
    CHECK(values(all.now()) == std::pair{5.0, 6.0});
    CHECK(values(all.what_ifs[0]) == std::pair{2.0, 6.0});
    CHECK(values(all.what_ifs[1]) == std::pair{5.0, 3.0});
    CHECK(program::in_words("patience") == "patience");
    CHECK(program::in_words("intake.patience") == "intake patience");
    CHECK(program::in_words("organisation.patience") == "patience");
    CHECK(program::in_words("standard.learning") == "rate of learning");
    CHECK(program::in_words("governance.time_per_level") == "time per level");
    CHECK(program::in_words("improvement.every") ==
          "reorganization interval"); // "raising every" is no sentence
    CHECK(program::means("alignment", "governance.alignment"));
    CHECK_FALSE(program::means("patience", "intake.patience"));
}

// ln(1/(1 - 0.9)) of the mean is the time within which nine of ten are served.
TEST_CASE("inputs: a promise to a share of the customers within a time is one of the mean wait",
          "[program]")
{
    const auto of = [](const std::string& promise) {
        return read(shop("", "60",
                         R"(, "promise": {)" + promise + R"(}, "choose": {"hiring_rate": [1, 9]},
"intake": {"policy": "waiting_list"})"))
            .plan;
    };
    const auto nine = of(R"("wait": 3, "wait_share": 0.9)");
    REQUIRE(nine.tail);
    CHECK(nine.tail->share == 0.9);
    CHECK(nine.tail->within == 3);
    CHECK(double{nine.promise->wait} == Approx(3 / std::log(10.0)).epsilon(1e-14));
    CHECK(nine.promise->asks(orgscale::promise_part::wait));
    CHECK(double{nine.promise->share} == 0);
    CHECK_THROWS_WITH(read(shop("", "60", R"(, "promise": {"wait": 3, "wait_share": 0.9})")),
                      ContainsSubstring("promise.wait_share needs customers who wait: \"intake\""));
    const auto all = of(R"("wait": 3)");
    CHECK_FALSE(all.tail);
    CHECK(double{all.promise->wait} == 3);
    CHECK_THROWS_WITH(of(R"("customers": 9, "wait_share": 0.9)"),
                      ContainsSubstring("promise.wait_share needs the wait"));
    for (const auto* wrong : {"0", "1", "-0.1"})
        CHECK_THROWS_WITH(
            of(R"("wait": 3, "wait_share": )" + std::string{wrong}),
            ContainsSubstring("promise.wait_share must be greater than 0 and less than 1, but is " +
                              std::string{wrong}));
    CHECK_THROWS_WITH(of(R"("wait": 3, "wait_share": 90)"),
                      ContainsSubstring("for 90 percent write 0.9"));
    CHECK_THROWS_WITH(of(R"("wait": -3, "wait_share": 0.9)"),
                      ContainsSubstring("promise.wait must be 0 or greater"));
    CHECK_THAT(program::explanation_of("promise"), ContainsSubstring("wait_share"));

    // No list is shorter than taking a customer on takes, 1 month unless it is stated.
    const auto asked_of = [](const std::string& promise, const std::string& range) {
        return warnings_of(shop("", "60",
                                R"(, "promise": {)" + promise +
                                    R"(}, "choose": {"hiring_rate": [1, 9])" + range +
                                    R"(}, "intake": {"policy": "waiting_list"})"));
    };
    REQUIRE(asked_of(R"("wait": 0.5)", "").size() == 1);
    CHECK_THAT(
        asked_of(R"("wait": 0.5)", "").front(),
        StartsWith("promise.wait asks for a mean of 0.5 months, less than the onboarding_time, 1;"));
    CHECK(asked_of(R"("wait": 1)", "").empty());
    CHECK(asked_of(R"("wait": 0.5)", R"(, "onboarding_time": [0.1, 2])").empty());
    CHECK_THAT(asked_of(R"("wait": 2, "wait_share": 0.9)", "").front(),
               StartsWith("promise.wait asks for a mean of 0.868589 months"));
    CHECK_THAT(program::starting_scenario("promise"), ContainsSubstring("wait_share"));
}

TEST_CASE("inputs: an organisation goes on without money, unless it is to end then", "[program]")
{
    const auto with = [](const std::string& more) {
        return read(shop("", "60",
                         R"(, "budget": {"currency": "dollars", "price": 3, "wage": 20)" + more +
                             "}"))
            .now()
            .run_by;
    };
    CHECK_FALSE(with("").stops);
    CHECK(with(R"(, "stop_when_insolvent": true)").stops);
    CHECK_FALSE(with(R"(, "stop_when_insolvent": false)").stops);
    CHECK_THROWS_AS(with(R"(, "stop_when_insolvent": 1)"), program::bad_input);
    CHECK_THAT(program::explanation_of("budget"), ContainsSubstring("stop_when_insolvent"));
}

TEST_CASE("inputs: a newcomer who takes more than one experienced person is asked about",
          "[program]")
{
    const auto with = [](const char* mentoring) {
        return warnings_of(shop("", "60",
                                std::string{R"(, "workforce": {"policy": "rookies",
"assimilation_time": 3, "mentoring": )"} +
                                    mentoring + "}"));
    };
    CHECK(with("1").empty());
    REQUIRE(with("2").size() == 1);
    CHECK_THAT(with("2").front(), StartsWith("workforce.mentoring is 2, so each newcomer takes all "
                                             "the time of more than one experienced person"));
}

} // namespace inputs_test
