// How the identification of figures is said, tabled and drawn, from results made by hand.
#include "study/identified.hpp"

#include <algorithm>
#include <cmath>
#include <filesystem>
#include <fstream>
#include <limits>
#include <string>
#include <vector>

#include <catch.hpp>

#include "chart/plots_of_checks.hpp"
#include "chart/plots_of_data.hpp"
#include "format/bad_input.hpp"
#include "report/report_of_data.hpp"
#include "study/identify_series.hpp"
#include "study/read_data.hpp"
#include "text/figures_of_data.hpp"
#include "text/json_of_data.hpp"
#include "text/text_of_data.hpp"
#include "text/words_on_data.hpp"

namespace identified_test {

using namespace program;

namespace {

/// Eight years that might level off.
identified users()
{
    constexpr double infinite = std::numeric_limits<double>::infinity();
    identified       found;
    found.title       = "A site <and its users>";
    found.output_name = "monthly_users";
    found.time_name   = "year";
    found.calendar    = true;
    found.sources     = {"counted"};
    for (int i = 0; i < 8; ++i) found.over_time.push_back({2010.0 + i, 100.0 * (i + 1)});
    series_growth growth;
    growth.verdict         = "undecided";
    growth.chances         = {{"saturating", 0.6}, {"exponential", 0.35}, {"undecided", 0.05}};
    growth.laws            = {{.name        = "logistic",
                               .probability = 0.6,
                               .error       = 0.02,
                               .ceiling     = 900,
                               .curve       = {{2010, 100}, {2017, 800}, {2020, 850}}},
                              {.name        = "exponential",
                               .probability = 0.35,
                               .error       = 0.03,
                               .ceiling     = {},
                               .curve       = {{2010, 90}, {2017, 820}, {2020, 2000}}},
                              {.name = "none of these", .probability = 0.05, .error = 0, .ceiling = {}},
                              {.name        = "linear",
                               .probability = 0.0004,
                               .error       = 0.1,
                               .ceiling     = {},
                               .curve       = {{2010, 90}, {2020, 1000}}}};
    growth.ceiling         = estimated{900, 800, {}};
    growth.stable_since    = 2015;
    growth.reasons         = {"no bound above fits"};
    growth.forecast        = {{2017, 800, 800, 800}, {2020, 700, 900, infinite}};
    growth.residuals       = {{2010, -0.1}, {2011, 0.2}, {2012, 0.05}};
    growth.ceiling_profile = {{700, 9}, {900, 0}, {5000, 2}};
    growth.ceiling_limit   = 2.4;
    growth.back_tests      = {{.made_at = 2013,
                               .about   = 2016,
                               .came    = 700,
                               .said    = {2016, 500, 560, 620},
                               .ceiling = {},
                               .verdict = "saturating"}};
    found.growth           = growth;
    return found;
}

identified with_verdict(const char* verdict)
{
    auto found            = users();
    found.growth->verdict = verdict;
    return found;
}

std::string head_of(const identified& found) { return headline_of(found).heading; }

identified throughput()
{
    identified found;
    found.title       = "Load";
    found.output_name = "throughput";
    found.size_name   = "load";
    found.over_size   = {{{}, 1, 10}, {{}, 10, 60}, {{}, 100, 300}};
    found.scaling     = size_scaling{.verdict  = "sublinear",
                                     .exponent = {0.5, 0.4, 0.6},
                                     .ways     = {{"levels", {0.5, 0.4, 0.6}}},
                                     .change   = {},
                                     .before   = {},
                                     .after    = {},
                                     .reasons  = {"all below 1"},
                                     .line     = {{1, 9, 10, 11}, {100, 90, 100, 110}}};
    return found;
}

} // namespace

TEST_CASE("identified: every verdict has a sentence of its own", "[program]")
{
    auto changed            = with_verdict("regime_change");
    changed.growth->changes = {{2013.5, 2013, 2014}};
    CHECK(head_of(changed) == "Growth of monthly users: its course changed in 2013.5.");
    auto fast         = with_verdict("exponential");
    fast.growth->rate = estimated{std::log(1.5), {}, {}};
    CHECK(head_of(fast) == "Growth of monthly users: exponential, 50.0 percent in a year.");
    CHECK(head_of(with_verdict("undecided")) ==
          "Growth of monthly users: undecided; logistic, exponential and a smooth curve of another "
          "kind all remain possible.");
    auto other = with_verdict("undecided");
    other.growth->laws = {{.name = "none of these", .probability = 0.97, .error = 0, .ceiling = {}}};
    CHECK(head_of(other) == "Growth of monthly users: none of the known growth laws fits, so these "
                            "figures do not say where it leads.");
    other.growth->laws.front().name = "level";
    CHECK(head_of(other) == "Growth of monthly users: undecided, perhaps there is none.");
    CHECK_THAT(
        head_of(with_verdict("saturating")),
        ContainsSubstring("levelling off, at a ceiling at 800 or above, without an upper bound"));
    CHECK_THAT(head_of(with_verdict("not_enough_data")),
               ContainsSubstring("not enough data, 8 figures"));
    std::vector<std::string> heads;
    for (const auto* verdict : {"linear", "sublinear", "superlinear", "exponential", "saturating",
                                "regime_change", "decline", "undecided", "not_enough_data"}) {
        heads.push_back(head_of(with_verdict(verdict)));
        CHECK(std::count(heads.begin(), heads.end(), heads.back()) == 1);
    }
    CHECK(
        head_of(throughput()) ==
        "Throughput against load: slower than in proportion; twice the load goes with 1.41 times the throughput.");
}

TEST_CASE("identified: two relations are said in words that answer", "[program]")
{
    auto found             = throughput();
    found.scaling->verdict = "regime_change";
    found.scaling->before  = 1.15;
    found.scaling->after   = 0.69;
    found.scaling->change  = estimated{2010, {}, {}};
    CHECK(head_of(found) ==
          "Throughput against load: faster than in proportion up to 2010 (exponent 1.15), and "
          "slower than in proportion since (0.69).");
    CHECK_THAT(headline_of(found).sentences.front(),
               ContainsSubstring("(0.4 to 0.6) over all times, at 95 percent"));
    found.scaling->after = 1;
    CHECK_THAT(head_of(found), EndsWith("and in proportion since (1)."));
    CHECK(headline_of(throughput()).sentences.front().find("over all times") == std::string::npos);
}

TEST_CASE("identified: laws and verdicts have words, not the names of a program", "[program]")
{
    auto found         = users();
    found.growth->laws = {{.name = "broken", .probability = 0.7, .error = 0, .ceiling = {}},
                          {.name = "none of these", .probability = 0.297, .error = 0, .ceiling = {}},
                          {.name        = "level",
                           .probability = 0.003,
                           .error       = 0.1,
                           .ceiling     = {},
                           .curve       = {{2010, 90}, {2020, 1000}}}};
    found.growth->reasons = {"The likeliest answer, regime_change, has a probability of only 0.70."};
    const auto table = table_of_laws(found);
    REQUIRE(table);
    CHECK(table->rows[0][0] == "growth with a break");
    CHECK(table->rows[1][0] == "a smooth curve of another kind");
    CHECK(table->rows[2][0] == "no growth");
    CHECK_THAT(on_reasons(found).sentences.front(), ContainsSubstring("regime change, has"));
    // The likeliest has no curve, and the one drawn is improbable: both are said.
    const auto drawn = plot_of_answer(found);
    REQUIRE(drawn.shown.curves.size() == 1);
    CHECK(drawn.shown.curves[0].label == "no growth, < 1 %");
    CHECK_THAT(drawn.note, ContainsSubstring(
                               "What is likeliest, growth with a break, has no curve of its own"));
    CHECK(plot_of_residuals(found)->shown.curves[0].label == "no growth");
    CHECK_THAT(text_of(found),
               ContainsSubstring("Probabilities: growth with a break 70.0 percent and a smooth"));
    found.growth->laws[1].probability = 0.01;
    CHECK_THAT(text_of(found),
               ContainsSubstring("The probability of growth with a break is 70.0 percent."));
    found.growth->laws[0].probability = found.growth->laws[1].probability = 0.001;
    CHECK_THAT(plot_of_answer(found).note,
               ContainsSubstring("No law has a probability of 1 percent"));
}

TEST_CASE("identified: an axis names the unit whole where it is short", "[program]")
{
    auto found        = users();
    found.output_unit = "net sales, million US dollars of the day";
    CHECK(plot_of_answer(found).shown.y_label == found.output_unit);
    found.output_unit = "people on 31 December, contractors not counted";
    CHECK(plot_of_answer(found).shown.y_label == "people on 31 December");
}

TEST_CASE("identified: a ceiling without an upper bound is said to have none, everywhere",
          "[program]")
{
    const auto found = users();
    const auto text  = text_of(found);
    CHECK_THAT(text, ContainsSubstring("No limit is identified"));
    CHECK_THAT(text, ContainsSubstring("700 to no bound"));
    const auto json = json_of(found);
    CHECK_THAT(
        json,
        ContainsSubstring(
            "\"ceiling\": {\n    \"estimate\": 900.0,\n    \"low\": 800.0,\n    \"high\": null"));
    CHECK_THAT(json, ContainsSubstring("\"verdict\": \"undecided\""));
    CHECK_THAT(json, ContainsSubstring("\"saturating\": 0.6"));
    CHECK(json.find("Infinity") == std::string::npos);
    CHECK(json.find("inf") == std::string::npos);
    auto bounded            = found;
    bounded.growth->ceiling = estimated{900, 800, 1000};
    CHECK_THAT(text_of(bounded), ContainsSubstring("lies between 800 and 1,000"));
}

TEST_CASE("identified: how long a verdict has held is said unless it is new", "[program]")
{
    auto found = with_verdict("linear");
    CHECK_THAT(text_of(found), ContainsSubstring("the same since the figures up to 2015"));
    found.growth->stable_since = found.over_time.back().at;
    CHECK(text_of(found).find("the same since") == std::string::npos);
}

TEST_CASE("identified: forecasts are of whole periods of the record, where it has one", "[program]")
{
    const auto times_of = [](std::vector<double> at) {
        std::vector<place_of_value> record;
        for (const double time : at) record.push_back({time, 5 + 2 * (time - at.front())});
        std::vector<double> times;
        for (const auto& one : growth_of(record).forecast) times.push_back(one.at);
        return times;
    };
    CHECK(times_of({2001, 2002, 2003, 2004, 2006, 2007, 2008, 2009, 2010, 2011}) ==
          std::vector<double>{2011, 2012, 2013, 2014});
    const auto uneven = times_of({0, 1, 2.3, 3, 4.1, 5, 6.7, 8, 9, 10});
    CHECK(uneven.size() == 13);
    CHECK(uneven.back() == Approx(13));
}

TEST_CASE("identified: a back-test that failed is said to have", "[program]")
{
    const auto said = on_back_tests(users());
    CHECK_THAT(said.sentences.front(), ContainsSubstring("0 of 1 forecasts"));
    CHECK_THAT(said.sentences.front(), ContainsSubstring("off by 20.0 percent"));
    CHECK(said.sentences.size() == 2); // too narrow
    auto good                                 = users();
    good.growth->back_tests.front().said.high = 750;
    CHECK(on_back_tests(good).sentences.size() == 1);
}

TEST_CASE("identified: the report holds data, fits, bands, residuals, profile and back-test",
          "[program]")
{
    const auto html = report_of(users());
    for (const auto* part :
         {"class=\"headline\"", "A site &lt;and its users&gt;", "Monthly users over time",
          "95 percent of forecasts", "Residuals of the most probable law",
          "How well each ceiling fits", "Forecasts from earlier figures", "logistic, 60 %"})
        CHECK_THAT(html, ContainsSubstring(part));
    for (const auto* wrong : {"nan", ">inf", "-0<", "<script", "fill=\"#", "stroke=\"#"})
        CHECK(html.substr(html.find("<body>")).find(wrong) == std::string::npos);
    CHECK(html.find("linear, 0 %") == std::string::npos); // too improbable to draw
    const auto of_size = report_of(throughput());
    CHECK_THAT(of_size, ContainsSubstring("exponent 0.50"));
    CHECK_THAT(of_size, ContainsSubstring("in proportion"));
}

TEST_CASE("identified: the plots' axes hold what they show", "[program]")
{
    const auto shown = plot_of_answer(users()).shown;
    CHECK(shown.curves.size() == 2);
    CHECK(shown.time.horizon == 10);
    CHECK(shown.dots.size() == 8);
    CHECK(shown.top >= 800);
    const auto residuals = plot_of_residuals(users())->shown;
    CHECK(residuals.bottom == -residuals.top);
    CHECK(residuals.top > 20);
    CHECK(plot_of_back_tests(users())->shown.ranges.size() == 1);
    CHECK_FALSE(plot_of_growth(users()));
}

TEST_CASE("identified: what was read of a file is said", "[program]")
{
    const auto place = std::filesystem::temp_directory_path() / "orgscale_identified_test.csv";
    std::ofstream{place}
        << "# title: T\n# units: users: people\nyear,users,staff,note\n2003,4,1,x\n2001,1,2,\n2002,,3,\n";
    const auto found = read_data(
        {.file = place, .columns = {.time = {}, .size = {}, .output = "users"}, .decimal = {}});
    std::filesystem::remove(place);
    CHECK(found.title == "T");
    CHECK(found.output_unit == "people");
    REQUIRE(found.over_time.size() == 2);
    CHECK(found.over_time.front().value == 1);
    REQUIRE(found.remarks.size() == 3);
    CHECK(found.remarks[0] == "Read as output: column users; as time: year; not used: staff.");
    CHECK_THAT(found.remarks[1], ContainsSubstring("order of time"));
    CHECK_THAT(found.remarks[2], ContainsSubstring("1 row left out"));
}

} // namespace identified_test
