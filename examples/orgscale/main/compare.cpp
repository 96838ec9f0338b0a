#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "format/bad_input.hpp"
#include "format/output_file.hpp"
#include "main/commands.hpp"
#include "main/usage.hpp"
#include "report/report_of_regions.hpp"
#include "study/region_study.hpp"
#include "text/text_of_regions.hpp"

namespace program {

namespace {

constexpr auto about_compare =
    R"(Maps for which values of two parameters each of two compositions of a scenario has more customers at its horizon:
regions, each with an example inside it, and the lines between them, traced to a thousandth of the ranges.)";

constexpr auto notes_on_compare =
    R"(  orgscale compare scenario.json --across alignment=0.3..1 --up churn=0.01..0.1
  orgscale compare scenario.json --between linear/hierarchy,network/meritocracy --across churn=0..0.1 --up imitation=0..0.4

Compositions are linear/hierarchy, linear/meritocracy, parallel/hierarchy, parallel/meritocracy, network/hierarchy and
network/meritocracy; without --between, the one that the organisation is and the same growth under the other
governance. A parameter that only one of them has is changed in that one. Everything else is as the scenario states it;
where a combination isn't possible, neither has more. An organisation that ends when its money runs out
("stop_when_insolvent") has no customers from then on.)";

std::string run_compare(const command_input& given)
{
    const auto across = given.value("--across"), up = given.value("--up");
    if (!across || !up)
        throw bad_input{"--across and --up are needed: the two parameters of the map; " +
                        usage_of(compare())};
    const region_request asked{given.operand, given.value("--between"), *across, *up};
    const std::vector<std::filesystem::path> inputs{asked.file};
    std::optional<output_file>               report, csv;
    if (const auto place = given.value("--report")) report.emplace(*place, inputs);
    if (const auto place = given.value("--csv")) csv.emplace(*place, inputs);
    const auto found = study_regions(asked);
    auto       text  = text_of(found);
    if (report) report->keep(report_of(found));
    if (csv) csv->keep(csv_of(found));
    return text;
}

} // namespace

command compare()
{
    return {
        .name    = "compare",
        .summary = "maps where each of two compositions does better",
        .about   = about_compare,
        .operand = "SCENARIO.json",
        .options = {{.name     = "--across",
                     .value    = "NAME=LOW..HIGH",
                     .meaning  = "the parameter from left to right, and its range; required",
                     .required = true},
                    {.name     = "--up",
                     .value    = "NAME=LOW..HIGH",
                     .meaning  = "the parameter upwards, and its range; required",
                     .required = true},
                    {.name = "--between", .value = "ONE,OTHER", .meaning = "the two compositions"},
                    {.name    = "--csv",
                     .value   = "FILE.csv",
                     .meaning = "also writes the lines, place by place"},
                    {.name    = "--report",
                     .value   = "FILE.html",
                     .meaning = "also writes a report with a plot, as one self-contained file"}},
        .notes   = notes_on_compare,
        .run     = run_compare};
}

} // namespace program
