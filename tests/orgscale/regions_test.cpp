// Where which of two compositions does better.
#include "study/region_study.hpp"

#include <algorithm>
#include <string>

#include <catch.hpp>

#include "chart/plot_of_regions.hpp"
#include "chart/svg.hpp"
#include "format/bad_input.hpp"
#include "report/report_of_regions.hpp"
#include "shipped.hpp"
#include "small_map.hpp"
#include "study/examine.hpp"
#include "text/text_of_regions.hpp"

namespace regions_test {

namespace {

std::string file_of(const std::string& name)
{
    return std::string{ORGSCALE_SCENARIOS} + "/" + name + ".json";
}

std::string refusal(const program::region_request& asked)
{
    try {
        static_cast<void>(program::study_regions(asked));
    } catch (const program::bad_input& error) {
        return error.what();
    }
    return "";
}

} // namespace

TEST_CASE("regions: agencies or the firm, by shared values and control retained", "[program]")
{
    const auto found = program::study_regions({.file    = file_of("independent_agencies"),
                                               .between = "parallel/meritocracy,linear/hierarchy",
                                               .across  = "alignment=0.3..1",
                                               .up      = "control_retention=0.7..1"});
    CHECK(found.across.name == "governance.alignment");
    CHECK(found.map.regions.size() == 2);
    REQUIRE(found.map.boundaries.size() == 1);
    CHECK(found.map.unresolved == 0);

    // At the line both have as many customers; the witnesses are on the right side.
    const auto& all  = program_tests::shipped("independent_agencies");
    const auto  ends = [&](std::size_t which, double alignment, double retention) {
        const auto changed = program::with_values(
            all.compositions[which],
            {{"governance.alignment", alignment}, {"governance.control_retention", retention}});
        return program::examine(all, changed).end().customers;
    };
    const auto& line   = found.map.boundaries.front().line;
    const auto& middle = line[line.size() / 2];
    CHECK(ends(found.first, middle.across, middle.up) ==
          Approx(ends(found.second, middle.across, middle.up)).epsilon(5e-3));
    for (const auto& one : found.map.regions)
        CHECK((*one.first > *one.second) == (one.side == orgscale::region_side::first));

    const auto text = program::text_of(found);
    const bool more = found.map.share_of(orgscale::region_side::first) > 0.5;
    CHECK_THAT(
        program::headline_of(found).heading,
        StartsWith(more ? "Parallel growth under meritocracy has more client accounts at year 15 in "
                        : "Linear growth under hierarchy has more client accounts at year 15 in "));
    CHECK(program::headline_of(found).sentences.size() ==
          1); // a line that bends is not said in words
    CHECK(text.find("Between parallel/meritocracy and linear/hierarchy") != std::string::npos);
    const auto csv = program::csv_of(found);
    CHECK(std::count(csv.begin(), csv.end(), '\n') == static_cast<long>(line.size()) + 3);
    CHECK(csv.find("line,left,right,governance.alignment,governance.control_retention\n1,") !=
          std::string::npos);
    const auto plot = program::plot_of_regions(found);
    CHECK(plot.shown.curves.size() == 1);
    REQUIRE(plot.shown.named_dots.size() == 2);
    for (std::size_t i = 0; i < 2; ++i)
        CHECK(plot.shown.named_dots[i].name == found.name_of(found.map.regions[i].side));
    const auto page = program::report_of(found);
    CHECK(page.ends_with("</html>\n"));
    CHECK(page.find("nan") == std::string::npos);
    CHECK(page.find(">linear/hierarchy</text>") != std::string::npos); // beside its dot
}

TEST_CASE("regions: without names of compositions, both governances of the organisation's growth",
          "[program]")
{
    const auto found = program::study_regions({.file    = file_of("independent_agencies"),
                                               .between = {},
                                               .across  = "churn=0.05..0.3",
                                               .up      = "governance.alignment=0.3..1"});
    CHECK(found.name_of(orgscale::region_side::first) == "parallel/meritocracy");
    CHECK(found.name_of(orgscale::region_side::second) == "parallel/hierarchy");
    CHECK(found.name_of(orgscale::region_side::neither) == "neither");
}

TEST_CASE("regions: what can't be mapped is refused in a line", "[program]")
{
    const auto of = [](const char* between, const char* across, const char* up) {
        return refusal(
            {.file    = file_of("independent_agencies"),
             .between = *between != '\0' ? std::optional<std::string>{between} : std::nullopt,
             .across  = across,
             .up      = up});
    };
    const auto* churn = "churn=0.05..0.3";
    CHECK(of("", "alinment=0..1", churn) ==
          "--across: neither composition has a parameter alinment; did you mean alignment?");
    CHECK(of("", churn, "alignment=1..0") == "--up: 1 must be less than 0");
    CHECK(of("", churn, "alignment=0-1") == "--up takes NAME=LOW..HIGH, not alignment=0-1");
    CHECK(of("", churn, "alignment=0..x") == "--up takes NAME=LOW..HIGH, not alignment=0..x");
    CHECK(of("", churn, churn) == "--across and --up must be two parameters");
    CHECK(of("linear/hierarchy", churn, churn) ==
          "--between takes two compositions, separated by a comma");
    CHECK(of("linear/hierarchy,linear/hierarchy", churn, churn) ==
          "--between takes two different compositions");
    CHECK(of("linear/hierarchi,linear/meritocracy", churn, churn)
              .find("did you mean linear/hierarchy?") != std::string::npos);
    CHECK(refusal({.file = file_of("promise"), .between = {}, .across = churn, .up = churn})
              .find("leaves some of them to be chosen") != std::string::npos);
}

TEST_CASE("regions: the headline says who has more, and where one parameter alone decides",
          "[program]")
{
    auto found = program_tests::small_map({{0.25, 10}, {0.251, 15}, {0.25, 20}});
    CHECK(
        program::headline_of(found).heading ==
        "Network growth under meritocracy has more customers at month 60 in 75.0 percent of the map; "
        "linear growth under hierarchy, in 25.0 percent of the map.");
    CHECK(program::headline_of(found).sentences.back() ==
          "They change places at churn 0.25, whatever the imitation.");
    found.map.boundaries[0].line = {{0, 12}, {0.5, 12}, {1, 12.1}};
    CHECK(program::headline_of(found).sentences.back() ==
          "They change places at imitation 12, whatever the churn.");
    found.map.boundaries[0].line = {{0, 12}, {1, 13}};
    CHECK(program::headline_of(found).sentences.size() == 1);
    found.map.boundaries[0].line = {{0.25, 10}, {0.251, 15}}; // half the way
    CHECK(program::headline_of(found).sentences.size() == 1);

    found.map.boundaries = {};
    found.map.regions.resize(1);
    found.map.regions[0].share = 1;
    CHECK(
        program::headline_of(found).heading ==
        "Linear growth under hierarchy has more customers at month 60 everywhere; network growth under "
        "meritocracy nowhere.");
    found.map.regions[0].side = orgscale::region_side::neither;
    CHECK_THAT(
        program::headline_of(found).heading,
        StartsWith("Neither linear growth under hierarchy nor network growth under meritocracy"));
}

// A name is not drawn over a line if the other side of its dot is free.
TEST_CASE("regions: names keep clear of lines", "[program]")
{
    program::plot shown{};
    shown.time             = {"", std::nullopt, 10};
    shown.top              = 1;
    shown.x_ticks          = {{0, "0"}};
    shown.y_ticks          = {{0, "0"}};
    shown.named_dots       = {{{6, 0.5}, "a name"}}; // in the right half: to the left
    const auto to_the_left = [&] {
        const auto drawn = program::draw_wide(shown);
        const auto name  = drawn.find(">a name</text>");
        REQUIRE(name != std::string::npos);
        return drawn.rfind("text-anchor=\"end\"", name) > drawn.rfind("<circle", name) &&
               drawn.rfind("text-anchor=\"end\"", name) != std::string::npos;
    };
    CHECK(to_the_left());
    shown.curves = {{"", {"c", "", 3}, {{5.7, 0}, {5.7, 1}}}};
    CHECK_FALSE(to_the_left());
    shown.curves.push_back({"", {"c", "", 3}, {{6.3, 0}, {6.3, 1}}}); // nowhere free
    CHECK(to_the_left());
}

} // namespace regions_test
