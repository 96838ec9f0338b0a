#include "text/words_on_data.hpp"

#include <algorithm>
#include <cmath>

#include <fmt/core.h>

#include "format/numbers.hpp"
#include "format/phrases.hpp"

namespace program {

namespace {

std::string name_in_words(const std::string& column) { return readable(column); }

/// A number with two digits behind the point: an exponent.
std::string two_digits(double value) { return without_trailing_zeros(fixed(value, 2)); }

std::string exponent_in_words(const estimated& one)
{
    const auto end = [](const std::optional<double>& at, const char* open) {
        return at ? two_digits(*at) : std::string{open};
    };
    if (!one.value) return "not known";
    return two_digits(*one.value) + " (" + end(one.low, "no lower bound") + " to " +
           end(one.high, "no upper bound") + ")";
}

/// A law as a sentence names it.
std::string law_in_words(const std::string& name)
{
    if (name == "broken") return "growth with a break";
    if (name == "level") return "no growth";
    if (name == "none of these") return "a smooth curve of another kind";
    return name;
}

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

std::string growth_in_words(const identified& found)
{
    const auto& growth = *found.growth;
    const auto  of     = "Growth of " + name_in_words(found.output_name) + ": ";
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

std::string scaling_in_words(const identified& found)
{
    const auto& scaling = *found.scaling;
    const auto  what    = name_in_words(found.output_name);
    const auto  size    = name_in_words(found.size_name);
    const auto  of      = capital(what) + " against " + size + ": ";
    const auto  doubled = scaling.exponent.value
                              ? fmt::format("; twice the {} goes with {} times the {}", size,
                                            two_digits(std::exp2(*scaling.exponent.value)), what)
                              : std::string{};
    const auto& v       = scaling.verdict;
    if (v == "sublinear") return of + "slower than in proportion" + doubled + ".";
    if (v == "superlinear") return of + "faster than in proportion" + doubled + ".";
    if (v == "linear") return of + "in proportion, as far as these figures show" + doubled + ".";
    if (v == "saturating") return of + "up to a peak, and less beyond it.";
    if (v == "regime_change" && scaling.change && scaling.change->value && scaling.before)
        return of + fmt::format("exponent {} up to {}, and {} since.", two_digits(*scaling.before),
                                time_in_words(found, *scaling.change->value),
                                two_digits(*scaling.after));
    if (v == "regime_change") return of + "one relation at first, another later.";
    if (v == "not_enough_data")
        return of + fmt::format("not enough data, {} pairs of figures.", found.over_size.size());
    return of + "undecided; these figures do not show whether it rises faster or more slowly.";
}

void add_growth(std::vector<std::string>& said, const identified& found)
{
    const auto& growth = *found.growth;
    if (growth.verdict == "not_enough_data") return;
    if (!growth.laws.empty()) said.push_back("Probabilities: " + laws_in_words(growth, true) + ".");
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
    if (growth.stable_since)
        said.push_back("The verdict has been the same since the figures up to " +
                       time_in_words(found, *growth.stable_since) + ".");
}

} // namespace

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

passage headline_of(const identified& found)
{
    passage said{found.scaling ? scaling_in_words(found) : growth_in_words(found), {}};
    if (found.scaling) {
        const auto& scaling = *found.scaling;
        if (scaling.exponent.value)
            said.sentences.push_back("Exponent of " + name_in_words(found.output_name) +
                                     " against " + name_in_words(found.size_name) + ": " +
                                     exponent_in_words(scaling.exponent) +
                                     ", at 95 percent. 1 would be in proportion.");
        if (found.growth) said.sentences.push_back(growth_in_words(found));
    }
    if (found.growth) add_growth(said.sentences, found);
    return said;
}

std::string situation_of(const identified& found)
{
    const auto count = found.scaling ? found.over_size.size() : found.over_time.size();
    auto       text  = fmt::format("{} figures of {}{}", count, name_in_words(found.output_name),
                            found.output_unit.empty() ? "" : " (" + found.output_unit + ")");
    if (found.scaling)
        text += " against " + name_in_words(found.size_name) +
                (found.size_unit.empty() ? "" : " (" + found.size_unit + ")");
    if (!found.over_time.empty())
        text += fmt::format(", {} to {}", time_in_words(found, found.over_time.front().at),
                            time_in_words(found, found.over_time.back().at));
    return text + ".";
}

passage on_reasons(const identified& found)
{
    passage said{"Why", {}};
    if (found.scaling) said.sentences = found.scaling->reasons;
    if (found.growth)
        said.sentences.insert(said.sentences.end(), found.growth->reasons.begin(),
                              found.growth->reasons.end());
    return said;
}

passage on_back_tests(const identified& found)
{
    passage said{"The same analysis with earlier figures only", {}};
    if (!found.growth || found.growth->back_tests.empty()) return said;
    const auto& tests  = found.growth->back_tests;
    const auto  inside = std::count_if(tests.begin(), tests.end(), [](const forecast_tested& one) {
        return one.came >= one.said.low && one.came <= one.said.high;
    });
    double      worst_miss = 0;
    for (const auto& one : tests)
        worst_miss = std::max(worst_miss, std::abs(one.said.value / one.came - 1));
    said.sentences.push_back(fmt::format(
        "In {} of {} forecasts from earlier figures, the actual figure lay within the 95 percent "
        "band; the worst forecast was off by {}.",
        inside, tests.size(), percent(worst_miss)));
    if (4 * inside < 3 * static_cast<std::ptrdiff_t>(tests.size()))
        said.sentences.push_back("So the bands shown here are too narrow.");
    return said;
}

passage on_file(const identified& found)
{
    passage said{"Where the figures come from", {}};
    for (const auto& one : found.remarks) said.sentences.push_back(one);
    for (const auto& one : found.sources) said.sentences.push_back("Source: " + one + ".");
    for (const auto& one : found.notes) said.sentences.push_back("Note: " + one + ".");
    return said;
}

} // namespace program
