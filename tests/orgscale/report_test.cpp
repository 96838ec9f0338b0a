#include "report/report.hpp"

#include <algorithm>
#include <string>

#include <catch.hpp>

#include "chart/coinciding.hpp"
#include "chart/plots.hpp"
#include "chart/plots_of_samples.hpp"
#include "chart/plots_of_what_ifs.hpp"
#include "chart/thinned.hpp"
#include "report/html.hpp"
#include "small_study.hpp"
#include "text/figures.hpp"

namespace report_test {

namespace {

using program_tests::small_study;

std::size_t count(const std::string& text, const std::string& what)
{
    std::size_t found = 0;
    for (auto at = text.find(what); at != std::string::npos; at = text.find(what, at + 1)) ++found;
    return found;
}

program::plot two_curves(double first, double second)
{
    auto shown     = program::plot{};
    shown.time     = {"month", {}, 60};
    shown.top      = 100;
    const auto add = [&](const char* label, double end) {
        shown.curves.push_back({label, {"", "", 2}, {{0, 0}, {60, end}}});
    };
    add("one", first);
    add("other", second);
    return shown;
}

program::prospects prospects_with(double never)
{
    program::prospects samples{};
    samples.members     = 100;
    samples.times       = {0, 60};
    samples.people      = {{1, 1, 1, 1, 1}, {10, 15, 20, 25, 30}};
    samples.customers   = {{1, 1, 1, 1, 1}, {400, 450, 500, 550, 600}};
    samples.share_never = never;
    samples.wall        = program::quantiles{10, 15, 20, 30, 40};
    return samples;
}

} // namespace

TEST_CASE("report: the answer, then one plot, before all else", "[program]")
{
    const auto html  = program::report_of(small_study());
    const auto first = html.find("class=\"headline\"");
    REQUIRE(first != std::string::npos);
    CHECK(first < html.find("<figure>"));
    CHECK(html.find("<figure>") < html.find("<table"));
    CHECK(html.find("<figure>", html.find("<figure>") + 1) > html.find("<details>"));
    CHECK(html.find("<script") == std::string::npos);
}

TEST_CASE("report: dark pages, print and phones have rules of their own", "[program]")
{
    const auto html = program::report_of(small_study());
    CHECK(html.find("prefers-color-scheme: dark") != std::string::npos);
    CHECK(html.find("display: table-header-group") != std::string::npos);
    CHECK(html.find("max-width: 640px") != std::string::npos);
    const auto body = html.substr(html.find("<body>"));
    for (const auto* attribute :
         {"fill=\"#", "stroke=\"#"}) // else a dark page would have light plots
        CHECK(body.find(attribute) == std::string::npos);
    for (auto at = body.find("var(--"); at != std::string::npos; at = body.find("var(--", at + 1)) {
        const auto name = body.substr(at + 4, body.find(')', at) - at - 4);
        INFO(name);
        CHECK(count(html, name + ": ") == 2); // light and dark
    }
}

TEST_CASE("report: tables have heads of columns and of rows", "[program]")
{
    const auto html = program::report_of(small_study());
    CHECK(count(html, "<table") == count(html, "<thead>"));
    CHECK(count(html, "<tr") == count(html, "<thead><tr>") + count(html, "<th scope=\"row\">"));
    CHECK(html.find("<th>") == std::string::npos);
}

TEST_CASE("report: a phone leaves out columns that it can spare", "[program]")
{
    program::figure_table table{"rows", {"", "wall", "limit"}, {false, false, false}, {}};
    table.rows = {{"linear, hierarchy *", "month 12", std::string(50, 'x')}};
    CHECK(program::html_of(table).find("class=\"stack\"") != std::string::npos);
    CHECK(program::html_of(table).find("wide") == std::string::npos);
    table.dispensable = {false, false, true};
    const auto html   = program::html_of(table);
    CHECK(html.find("class=\"stack\"") == std::string::npos);
    CHECK(html.find("<th scope=\"col\" class=\"wide\">limit</th>") != std::string::npos);
    CHECK(html.find("<td class=\"wide\" data-head=\"limit\">") != std::string::npos);
    CHECK(html.find("hierarchy&nbsp;*</th>") != std::string::npos); // on one line
}

// At most 46 letters stand beside each other on 400 pixels: seen in Chromium with a font as wide as DejaVu Sans.
TEST_CASE("report: the verdict is a table on a phone too, and details that are wider are lists",
          "[program]")
{
    auto found             = small_study();
    found.outcomes[0].wall = program::wall_found{
        {12, 15, 300}, orgscale::growth_limit::serve, orgscale::growth_limit::recruit};
    found.outcomes[0].binds = orgscale::growth_limit::serve;
    found.outcomes[0].cause = orgscale::growth_limit::recruit;
    const auto verdict      = program::html_of(program::verdict_of(found));
    CHECK(verdict.find("class=\"stack\"") == std::string::npos);
    CHECK(verdict.find("class=\"wide\">limit at the end</th>") != std::string::npos);
    program::figure_table table{"", {"", "a", "b"}, {false, true, true}, {}};
    table.rows = {{"name", std::string(19, '1'), std::string(17, '1')}}; // 46 with the space between
    CHECK(program::html_of(table).find("class=\"stack\"") == std::string::npos);
    table.rows[0][1] += '1';
    CHECK(program::html_of(table).find("class=\"stack\"") != std::string::npos);
    CHECK(program::report_of(found).find(".stack td.wide { display: none; }") != std::string::npos);
}

TEST_CASE("report: in print nothing is split that can stand on one page", "[program]")
{
    const auto html  = program::report_of(small_study());
    const auto print = html.substr(html.find("@media print"));
    CHECK(print.find("figure, tr, li, .beside { break-inside: avoid; }") < print.find("</style>"));
    CHECK(print.find("table:not(.parameters) { break-inside: avoid; }") < print.find("</style>"));
    CHECK(print.find("summary, caption, thead { break-after: avoid; }") < print.find("</style>"));
    CHECK(html.find("caption { text-align: left; font-weight: 600; padding: .3rem 0; min-width:") !=
          std::string::npos); // or it is as narrow as a table of two columns
}

TEST_CASE("report: what becomes of the work is shown where something does", "[program]")
{
    auto found = small_study();
    CHECK_FALSE(program::standards_over_time(found));
    CHECK(program::report_of(found).find("What becomes of the work") == std::string::npos);
    for (std::size_t i = 0; i < found.outcomes.size(); ++i) {
        found.outcomes[i].run_by.standard      = "eroding_standard";
        found.outcomes[i].curve.back().quality = 0.5 + 0.05 * static_cast<double>(i);
    }
    const auto quality = program::standards_over_time(found);
    REQUIRE(quality);
    CHECK(quality->shown.title == "Quality: the time that a customer gets");
    CHECK(quality->shown.curves.front().points.back().y == Approx(50));
    CHECK(program::report_of(found).find("What becomes of the work") != std::string::npos);
    found.outcomes[0].run_by.standard         = "capability";
    found.outcomes[0].curve.back().capability = 1.5;
    CHECK(program::standards_over_time(found)->shown.title == "Quality and capability");
    CHECK(program::standards_over_time(found)->shown.curves.front().points.back().y == Approx(150));
    for (auto& one : found.outcomes) one.run_by.standard = "capability";
    CHECK(program::standards_over_time(found)->shown.title ==
          "Capability: what an hour of work achieves");
}

TEST_CASE("report: questions and the spread are the first of the details, and open", "[program]")
{
    auto             found = small_study();
    program::what_if question{};
    question.title      = "nobody leaves";
    found.plan.what_ifs = {question};
    found.what_ifs      = {found.outcomes[1]};
    const auto html     = program::report_of(found);
    const auto details  = html.find("<h2>Details</h2>");
    CHECK(details < html.find("<details open>\n<summary>What if</summary>"));
    CHECK(html.find("<details open>") < html.find("<summary>More plots"));
    CHECK(count(html, "<details open>") == 1);
}

TEST_CASE("report: what a scenario says is text, wherever it stands", "[program]")
{
    auto       found = small_study();
    const auto evil  = std::string{"<img src=x onerror=alert(1)>\"'&"};
    auto&      plan  = found.plan;
    plan.title = plan.people_are = plan.customers_are = evil;
    plan.about                                        = {evil};
    program::what_if question{};
    question.title = evil;
    plan.what_ifs  = {question};
    found.what_ifs = {found.outcomes[1]};
    plan.cost      = {1, evil};
    for (auto& one : found.outcomes) one.cost_per_customer = 1;
    program::unknown one{};
    one.path = one.words = one.source = evil;
    plan.unknowns.values              = {one};
    const auto html                   = program::report_of(found);
    CHECK(html.find("<img") == std::string::npos);
    CHECK(html.find("x onerror=alert(1)&gt;&quot;") != std::string::npos);
}

TEST_CASE("report: a question has its title, not a number", "[program]")
{
    auto             found = small_study();
    program::what_if question{};
    question.title      = "nobody leaves";
    found.plan.what_ifs = {question};
    found.what_ifs      = {found.outcomes[1]};
    const auto html     = program::report_of(found);
    CHECK(html.find("what if: nobody leaves") != std::string::npos);
    CHECK(html.find("what if 1") == std::string::npos);
}

TEST_CASE("report: one organisation is drawn alike in every plot", "[program]")
{
    auto  found          = small_study();
    auto& now            = found.outcomes[1];
    found.plan.stated_as = 1;
    found.plan.now_is    = 1;
    found.samples        = prospects_with(0);
    program::what_if question{};
    question.title                 = "nobody leaves";
    question.which                 = 1;
    found.plan.what_ifs            = {question};
    found.what_ifs                 = {now};
    found.what_ifs[0].curve.back() = {60, 90, 5000};
    std::vector<program::figure> all{program::first_plot(found),
                                     program::limits_over_time(found, found.now())};
    for (const auto& more :
         {program::comparisons(found), program::what_if_plots(found), program::fan_charts(found)})
        all.insert(all.end(), more.begin(), more.end());
    CHECK(all.size() == 8);
    for (const auto& one : all) {
        const auto& curves = one.shown.curves;
        INFO(one.shown.title);
        CHECK(std::any_of(curves.begin(), curves.end(), [](const program::drawn_curve& drawn) {
            return drawn.drawn_with.colour == "var(--linear)" &&
                   drawn.drawn_with.dash == program::dashes && drawn.strong();
        }));
    }
}

TEST_CASE("report: of curves that run together both are seen, and it is said", "[program]")
{
    auto       shown = two_curves(80, 80.3);
    const auto said  = program::part_coinciding(shown);
    CHECK(said.find("one below other") != std::string::npos);
    CHECK(shown.curves[0].aside > shown.curves[1].drawn_with.width);
    REQUIRE(shown.curves[0].hidden.size() == 1);
    CHECK(shown.curves[1].aside == 0);
    CHECK(shown.curves[1].hidden.empty());
    auto apart = two_curves(80, 60);
    CHECK(program::part_coinciding(apart).empty());
    CHECK(apart.curves[0].aside == 0);
}

TEST_CASE("report: a legend lists only what binds", "[program]")
{
    auto found              = small_study();
    found.outcomes[0].bands = {{0, 20, orgscale::growth_limit::sell},
                               {20, 60, orgscale::growth_limit::decide}};
    const auto html         = program::html_of(program::limits_over_time(found, found.now()));
    CHECK(count(html, "limited by selling") == 1);
    CHECK(count(html, "limited by deciding") == 1);
    CHECK(count(html, "limited by serving") == 0);
}

TEST_CASE("report: a fan shows the wall's dates only if most runs have one, with their share",
          "[program]")
{
    auto found    = small_study();
    found.samples = prospects_with(0.84);
    CHECK(program::fan_charts(found)[0].shown.bands.empty());
    CHECK(program::fan_charts(found)[0].note.find("Only 16 percent of the runs meet a wall") !=
          std::string::npos);
    found.samples   = prospects_with(0.3);
    const auto some = program::fan_charts(found)[0].shown.bands;
    REQUIRE(some.size() == 1);
    CHECK(some[0].meaning.find("70 percent") != std::string::npos);
    CHECK(some[0].opacity == Approx(0.7));
    found.samples = prospects_with(0);
    CHECK(program::fan_charts(found)[0].shown.bands[0].meaning == "wall, in 8 of 10 runs");
}

TEST_CASE("report: fifty thousand records are thinned, but for their extremes", "[program]")
{
    std::vector<program::point> all;
    for (std::size_t i = 0; i < 50000; ++i)
        all.push_back({static_cast<double>(i), i == 31415 ? 1e6 : i == 27182 ? -1.0 : 5.0});
    const auto some = program::thinned(all);
    CHECK(some.size() <= program::max_points);
    CHECK(some.front().x == 0);
    CHECK(some.back().x == 49999);
    CHECK(std::is_sorted(some.begin(), some.end(), [](auto a, auto b) { return a.x < b.x; }));
    const auto has = [&](double y) {
        return std::any_of(some.begin(), some.end(), [&](auto p) { return p.y == y; });
    };
    CHECK(has(1e6));
    CHECK(has(-1));
    const std::vector<program::point> few{{0, 1}, {1, 2}, {2, 3}};
    CHECK(program::thinned(few).size() == 3);

    auto found        = small_study();
    found.plan.record = program::recorded{"", {}, {}};
    for (std::size_t i = 0; i < 50000; ++i)
        found.plan.record->customers.push_back({60 * static_cast<double>(i) / 50000, 100.0});
    const auto html = program::report_of(found);
    CHECK(html.size() < 1'000'000);
    CHECK(html.find("of 50,000 recorded figures") != std::string::npos);
}

TEST_CASE("report: tables are bounded, and say what they leave out", "[program]")
{
    program::figure_table table{"rows", {"", "value"}, {false, true}, {}};
    for (int i = 0; i < 1000; ++i) table.rows.push_back({"row", "1"});
    CHECK(program::bounded(table).rows.size() == 61);
    CHECK(program::html_of(table).find("... and 940 more") != std::string::npos);
    table.rows.resize(60);
    CHECK(program::bounded(table).rows.size() == 60);
}

} // namespace report_test
