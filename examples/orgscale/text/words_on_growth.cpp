#include "text/words_on_growth.hpp"

#include <cmath>
#include <cstddef>

#include <fmt/core.h>

#include "format/numbers.hpp"
#include "format/phrases.hpp"

namespace program {

namespace {

/// The likeliest laws, as long as they have a share of the probability worth naming; four at most.
std::vector<const law_found*> likely_laws(const series_growth& growth)
{
    constexpr double              worth_naming = 0.05;
    constexpr std::size_t         most         = 4;
    std::vector<const law_found*> laws;
    for (const auto& one : growth.laws)
        if (one.probability >= worth_naming && laws.size() < most) laws.push_back(&one);
    return laws;
}

std::string laws_in_words(const series_growth& growth, bool with_numbers)
{
    std::vector<std::string> parts;
    for (const auto* one : likely_laws(growth))
        parts.push_back(law_in_words(one->name) +
                        (with_numbers ? " " + percent(one->probability) : std::string{}));
    return parts.empty() ? "no law" : listed(parts);
}

} // namespace

std::string growth_in_words(const identified& found)
{
    const auto& growth = *found.growth;
    const auto  of     = "Growth of " + readable(found.output_name) + ": ";
    const auto& v      = growth.verdict;
    if (v == "linear") return of + "linear, about as much in one year as in another.";
    if (v == "sublinear") return of + "slowing down, without a ceiling in sight.";
    if (v == "superlinear") return of + "faster than a straight line, but not exponential.";
    if (v == "exponential" && growth.rate && growth.rate->value)
        return of + fmt::format("exponential, {} in a {}.",
                                percent(std::expm1(*growth.rate->value)),
                                found.calendar ? "year" : "unit of time");
    if (v == "exponential") return of + "exponential.";
    if (v == "saturating" && growth.ceiling)
        return of + "levelling off, at a ceiling " + interval_in_words(*growth.ceiling) + ".";
    if (v == "saturating") return of + "levelling off.";
    if (v == "regime_change" && !growth.changes.empty() && growth.changes.front().value)
        return of + fmt::format("its course changed {} {}.", found.calendar ? "in" : "at",
                                time_in_words(found, *growth.changes.front().value));
    if (v == "regime_change") return of + "its course changed.";
    if (v == "decline") return of + "none, it declines.";
    if (v == "not_enough_data")
        return of + fmt::format("not enough data, {} figures.", found.over_time.size());
    const auto likely = likely_laws(growth);
    if (likely.empty()) return of + "undecided.";
    if (likely.front()->name == "none of these")
        return of +
               "none of the known growth laws fits, so these figures do not say where it leads.";
    if (likely.front()->name == "level") return of + "undecided, perhaps there is none.";
    if (likely.size() == 1)
        return of + "undecided; " + laws_in_words(growth, false) + " fits best.";
    return of + "undecided; " + laws_in_words(growth, false) +
           (likely.size() == 2 ? " both remain possible." : " all remain possible.");
}

void add_growth(std::vector<std::string>& said, const identified& found)
{
    const auto& growth = *found.growth;
    if (growth.verdict == "not_enough_data") return;
    const auto likely = likely_laws(growth);
    if (likely.size() == 1)
        said.push_back(fmt::format("The probability of {} is {}.",
                                   law_in_words(likely.front()->name),
                                   percent(likely.front()->probability)));
    else if (!growth.laws.empty())
        said.push_back("Probabilities: " + laws_in_words(growth, true) + ".");
    if (growth.ceiling && growth.verdict != "saturating")
        said.push_back(growth.ceiling->high
                           ? "A ceiling, if there is one, lies " +
                                 interval_in_words(*growth.ceiling) + "."
                           : "No limit is identified: a ceiling, if there is one, lies " +
                                 interval_in_words(*growth.ceiling) + ".");
    if (growth.wall && growth.wall->value)
        said.push_back(fmt::format("Growth falls to a tenth of its peak rate{} {}.",
                                   found.calendar ? " in" : " at",
                                   time_in_words(found, *growth.wall->value)));
    if (growth.stable_since && *growth.stable_since < found.over_time.back().at)
        said.push_back("The verdict has been the same since the figures up to " +
                       time_in_words(found, *growth.stable_since) + ".");
}

std::string time_in_words(const identified& found, double at)
{
    return found.calendar ? without_trailing_zeros(fixed(at, 1)) : plain_digits(at);
}

std::string interval_in_words(const estimated& one)
{
    if (one.low && one.high)
        return spoken(*one.low) == spoken(*one.high)
                   ? "of " + spoken(*one.low)
                   : "between " + spoken(*one.low) + " and " + spoken(*one.high);
    if (one.low) return "at " + spoken(*one.low) + " or above, without an upper bound";
    if (one.high) return "at " + spoken(*one.high) + " or below";
    return "without bounds";
}

} // namespace program
