#include <cstdio>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include <fmt/core.h>

#include "format/output_file.hpp"
#include "main/commands.hpp"
#include "report/report.hpp"
#include "scenario/explain.hpp"
#include "scenario/scenario.hpp"
#include "scenario/section_help.hpp"
#include "scenario/starting_scenario.hpp"
#include "study/study_of_file.hpp"
#include "text/json_output.hpp"
#include "text/plain_text.hpp"

namespace program {

namespace {

constexpr auto about =
    R"(Compares six ways for an organisation to grow: linear, parallel and network growth, each under
hierarchy and under meritocracy. Prints how many people and customers each has over time, where its
growth stops, what limits it, and in words what would help.)";

/// The sections of a scenario, one after another.
std::string notes()
{
    std::string text =
        R"(A scenario is a JSON file that may have comments (// and /* */). --init writes one to start from,
--explain describes each of its parameters and sections, and examples/orgscale/scenarios has some
to copy. Everything missing is listed at once. Its sections:
)";
    for (const auto& one : section_helps()) text += "\n" + lines_of(one);
    text += R"(
Likely slips are used as given but questioned on standard error: a churn of 2 a month, say, that was
meant as 2 percent.)";
    return text;
}

std::string run(const command_input& given)
{
    if (given.has("--init")) {
        const auto kind = given.value("--init").value_or("");
        return starting_scenario(kind.empty() ? "linear" : kind);
    }
    if (const auto name = given.value("--explain")) return explanation_of(*name);

    std::optional<output_file> report;
    const auto                 found = study_of_file(given.operand, [&](const scenario& plan) {
        if (const auto place = given.value("--report")) {
            std::vector<std::filesystem::path> inputs{given.operand};
            if (plan.record) inputs.emplace_back(plan.record->file);
            report.emplace(*place, inputs);
        }
        for (const auto& one : plan.warnings)
            fmt::print(stderr, "orgscale: {}: warning: {}\n", one.place, one.text);
    });
    auto                       text  = given.has("--json") ? json_of(found) : text_of(found);
    if (report) report->keep(report_of(found));
    return text; // printed last: nothing is printed if the report can't be written
}

} // namespace

command plan()
{
    return {
        .name    = "plan",
        .summary = "compares six ways for an organisation to grow",
        .about   = about,
        .operand = "SCENARIO.json",
        .options =
            {{.name    = "--report",
              .value   = "FILE.html",
              .meaning = "also writes a report with plots, as one self-contained file"},
             {.name = "--json", .value = "", .meaning = "prints JSON instead of tables"},
             {.name  = "--init",
              .value = "[KIND]",
              .meaning =
                  "prints a commented scenario to start from; KIND is linear (the default), parallel, network or "
                  "promise",
              .alone          = true,
              .value_optional = true},
             {.name    = "--explain",
              .value   = "PARAMETER",
              .meaning = "describes a parameter or a section of a scenario: meaning, unit, rule, "
                         "default and published range",
              .alone   = true}},
        .notes = notes(),
        .run   = run};
}

} // namespace program
