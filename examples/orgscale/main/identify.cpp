#include <filesystem>
#include <optional>
#include <string>

#include "format/bad_input.hpp"
#include "format/output_file.hpp"
#include "main/commands.hpp"
#include "report/report_of_data.hpp"
#include "study/identify_file.hpp"
#include "text/json_of_data.hpp"
#include "text/text_of_data.hpp"

namespace program {

namespace {

constexpr auto about =
    R"(Reports how recorded figures grow: linearly, by a power, exponentially or up to a ceiling; and whether output rises
faster or more slowly than size. Prints the verdict in words, the laws with their probabilities, and the reasons. If
the figures don't decide it, the verdict is "undecided".)";

constexpr auto notes =
    R"(The file is CSV: its first row that isn't a comment (#) names the columns; each further row holds a time or a size,
and figures. Cells are separated by commas, semicolons or tabs; figures may have grouped thousands, decimal commas, a
currency or a percent sign; times are numbers, years, quarters, months, days or dates; empty cells and NA are missing.
A cell with two possible meanings is refused, with its row and column.

Columns are named by their head or number. Without --size and --output a column of people, load or another size is
the size, and the first other column of figures is the output. Without a size, the output's growth over time is
analysed; with one, the exponent of output against size. Comments "# title: ...", "# units: COLUMN: ...", "# source: ..." and
"# note: ..." appear in the report.

Verdicts: linear, sublinear, superlinear, exponential, saturating, regime_change, decline, undecided,
not_enough_data.)";

std::optional<decimal_mark> decimal_asked(const command_input& given)
{
    const auto said = given.value("--decimal");
    if (!said) return std::nullopt;
    if (*said == "point" || *said == ".") return decimal_mark::point;
    if (*said == "comma" || *said == ",") return decimal_mark::comma;
    throw bad_input{"--decimal is point or comma, not " + *said};
}

std::string run_identify(const command_input& given)
{
    const data_request         asked{.file    = given.operand,
                                     .columns = {.time   = given.value("--time"),
                                                 .size   = given.value("--size"),
                                                 .output = given.value("--output")},
                                     .decimal = decimal_asked(given)};
    std::optional<output_file> report;
    if (const auto place = given.value("--report"))
        report.emplace(*place, std::vector<std::filesystem::path>{asked.file});
    const auto found = identify_file(asked);
    auto       text  = given.has("--json") ? json_of(found) : text_of(found);
    if (report) report->keep(report_of(found));
    return text;
}

} // namespace

command identify()
{
    return {
        .name    = "identify",
        .summary = "reports how recorded figures grow",
        .about   = about,
        .operand = "DATA.csv",
        .options = {{.name = "--time", .value = "COLUMN", .meaning = "the column of times"},
                    {.name    = "--size",
                     .value   = "COLUMN",
                     .meaning = "the column of sizes: people, load"},
                    {.name    = "--output",
                     .value   = "COLUMN",
                     .meaning = "the column of the figures in question"},
                    {.name    = "--decimal",
                     .value   = "MARK",
                     .meaning = "point or comma, if the file doesn't show which marks decimals"},
                    {.name    = "--report",
                     .value   = "FILE.html",
                     .meaning = "also writes a report with plots, as one self-contained file"},
                    {.name = "--json", .value = "", .meaning = "prints JSON instead of tables"}},
        .notes   = notes,
        .run     = run_identify};
}

} // namespace program
