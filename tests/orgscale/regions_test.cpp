// Where which of two compositions does better.
#include "study/region_study.hpp"

#include <algorithm>
#include <string>

#include <catch.hpp>

#include "chart/plot_of_regions.hpp"
#include "format/bad_input.hpp"
#include "report/report_of_regions.hpp"
#include "shipped.hpp"
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
    CHECK(text.find("parallel/meritocracy or linear/hierarchy?") != std::string::npos);
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

} // namespace regions_test
