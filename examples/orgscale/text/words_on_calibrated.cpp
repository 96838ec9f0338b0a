#include "text/words_on_calibrated.hpp"

#include <cmath>
#include <filesystem>

#include <fmt/core.h>

#include "format/numbers.hpp"
#include "format/wrapped.hpp"
#include "text/figure_table.hpp"
#include "text/text_parts.hpp"

namespace program {

namespace {

std::string verdict_of_fit(const calibrated& found)
{
    if (found.verdict == "converged") return "The record determines these parameters.";
    if (found.verdict == "on a bound")
        return "The record pushes a parameter to the end of its range; the others are estimated with it there.";
    if (found.verdict == "flat") return "The record doesn't determine these parameters.";
    return "The search found no parameters with which the organisation follows its record best.";
}

std::string range_of_estimate(const parameter_estimated& one)
{
    if (one.low && one.high) return plain_digits(*one.low) + " to " + plain_digits(*one.high);
    if (one.low) return "above " + plain_digits(*one.low);
    return one.high ? "below " + plain_digits(*one.high) : "-";
}

figure_table table_of_estimates(const calibrated& found)
{
    figure_table table{"Estimates",
                       {"", "before", "estimate", "95 percent", "in the file"},
                       {false, true, true, true, false},
                       {}};
    for (const auto& one : found.estimates)
        table.rows.push_back({one.name, plain_digits(one.before), plain_digits(one.value),
                              range_of_estimate(one),
                              one.on_bound         ? "on its bound"
                              : one.standard_error ? "distribution"
                                                   : "number"});
    return table;
}

} // namespace

std::string text_of(const calibrated_scenario& one)
{
    const auto& found = one.found;
    passage     said{verdict_of_fit(found), {}};
    if (found.usable)
        said.sentences.push_back(
            fmt::format("Typically the model misses a figure by {} ({} figures).",
                        percent(std::expm1(found.typical)), found.figures));
    else
        said.sentences.push_back("Nothing is changed: " + found.reason + ".");
    for (const auto& what : found.inseparable)
        said.sentences.push_back(
            (what.find(',') == std::string::npos
                 ? "The record says nothing about "
                 : "The record doesn't determine this combination (relative changes of each): ") +
            what + ".");
    if (found.usable && found.serial_correlation_p < 0.01)
        said.sentences.push_back(
            "Errors persist from one figure to the next: the model leaves something out, and the intervals are too narrow.");
    if (found.optima > 1)
        said.sentences.push_back(fmt::format(
            "Searches from several starts ended in {} different optima; this is the best of them.",
            found.optima));
    return wrapped(one.plan.title, widest_text, 0) +
           wrapped("Estimated for " + one.organisation + " from " +
                       std::filesystem::path{one.plan.record->file}.filename().string() + ".",
                   widest_text, 0) +
           "\n" + headline_in_text(said) + "\n" + in_text(table_of_estimates(found));
}

} // namespace program
