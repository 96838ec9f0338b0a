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
    R"(Says how recorded figures grow, and whether that can be said at all: linearly, by a power, exponentially, up to
a ceiling; and whether output rises faster or more slowly than size. Prints the verdict in words, the laws with their
probabilities, and the reasons. Where the figures can't tell, so it says.)";

constexpr auto notes =
    R"(The file is CSV: its first row that isn't a comment (#) names the columns; each further row holds a time or a size,
and figures. Cells are parted by commas, semicolons or tabs; figures may have thousands in groups, decimal commas, a
currency or a percent sign; times are numbers, years, quarters, months, days or dates; empty cells and NA are missing.
What can be read in two ways is refused, with its row and column.

Columns are named by their head or number. Without --size and --output a column of people, load or another size is
the size, and the first other figures are the output; without a size, the output's growth over time is the question,
and with one its exponent against the size. Comments "# title: ...", "# units: COLUMN: ...", "# source: ..." and
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
        .summary = "says how recorded figures grow, or that they can't tell",
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
                     .meaning = "point or comma, where the file doesn't show which parts decimals"},
                    {.name    = "--report",
                     .value   = "FILE.html",
                     .meaning = "also writes a report with plots, in one file that needs no other"},
                    {.name    = "--json",
                     .value   = "",
                     .meaning = "prints JSON for programs in place of the tables"}},
        .notes   = notes,
        .run     = run_identify};
}

} // namespace program
