#include <filesystem>
#include <string>
#include <vector>

#include <fmt/core.h>

#include "format/bad_input.hpp"
#include "format/output_file.hpp"
#include "main/commands.hpp"
#include "main/usage.hpp"
#include "study/calibrate_file.hpp"
#include "study/calibrated.hpp"
#include "text/json_of_calibrated.hpp"
#include "text/words_on_calibrated.hpp"

namespace program {

namespace {

constexpr auto about_calibrate =
    R"(Estimates parameters of a scenario's present organisation from the scenario's record, and writes the scenario with
the estimates, their intervals and their source. Comments and everything else stay unchanged. Reports combinations of
parameters that the record can't separate. Without an optimum nothing is written.)";

constexpr auto notes_of_calibrate =
    R"(--free takes names of parameters, separated by commas, as in a scenario: churn, hiring_share, span_of_control; people
and customers mean those at the start. The search begins at the values of the scenario, which must state them. Errors
are assumed proportional to the figures. An estimate becomes a distribution, so that a plan made from the scenario
shows the uncertainty that the record leaves.

Intervals hold at 95 percent: symmetric where the error is below a fifth of the estimate, otherwise by the profile of
the parameter, where an end that the record doesn't set is missing.
The model is compared with the whole record: "stop_when_insolvent" does not end it.
With --json the verdict may be "flat" or "failed": then there are no estimates, and no scenario is written.

Without --into the scenario is printed, and the summary of the estimates goes to standard error.)";

std::vector<std::string> names_in(const std::string& list)
{
    std::vector<std::string> names{""};
    for (const char letter : list) {
        if (letter == ',')
            names.emplace_back();
        else if (letter != ' ')
            names.back() += letter;
    }
    for (const auto& name : names)
        if (name.empty())
            throw bad_input{"--free lists names separated by commas, such as churn,hiring_rate"};
    return names;
}

/// Why there are no estimates, and for which parameters: those whose changes the record can't show.
std::string why_none(const calibrated& found)
{
    std::string words = found.reason;
    for (std::size_t i = 0; i < found.inseparable.size(); ++i)
        words += (i == 0 ? ". The record says nothing about " : "; ") + found.inseparable[i];
    return words;
}

std::string run_calibrate(const command_input& given)
{
    const auto free = given.value("--free");
    if (!free)
        throw bad_input{
            "--free is missing: it names what to estimate, such as --free churn,hiring_rate; " +
            usage_of(calibrate())};
    const auto into   = given.value("--into");
    auto       names  = names_in(*free);
    const auto result = calibrate_file(given.operand, names);
    const auto said   = text_of(result);
    if (given.has("--json")) {
        if (into && result.found.usable) output_file{*into}.keep(result.text);
        return json_of(result);
    }
    if (!result.found.usable)
        throw bad_input{given.operand + ": no estimates: " + why_none(result.found)};
    if (!into) {
        fmt::print(stderr, "{}", said);
        return result.text;
    }
    output_file{*into}.keep(result.text);
    return said;
}

} // namespace

command calibrate()
{
    return {.name    = "calibrate",
            .summary = "estimates a scenario's parameters from its record",
            .about   = about_calibrate,
            .operand = "SCENARIO.json",
            .options = {{.name     = "--free",
                         .value    = "NAMES",
                         .meaning  = "the parameters to estimate, separated by commas; required",
                         .required = true},
                        {.name    = "--into",
                         .value   = "FILE.json",
                         .meaning = "writes the scenario there, which may be the same file"},
                        {.name  = "--json",
                         .value = "",
                         .meaning =
                             "prints the estimates, their correlations and the scenario as JSON"}},
            .notes   = notes_of_calibrate,
            .run     = run_calibrate};
}

} // namespace program
