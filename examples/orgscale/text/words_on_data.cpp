#include "text/words_on_data.hpp"

#include <algorithm>
#include <cmath>

#include <fmt/core.h>

#include "format/numbers.hpp"
#include "format/phrases.hpp"
#include "text/words_on_growth.hpp"

namespace program {

namespace {

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

std::string pace_in_words(double exponent)
{
    constexpr double visible = 0.02;
    if (exponent > 1 + visible) return "faster than in proportion";
    return exponent < 1 - visible ? "slower than in proportion" : "in proportion";
}

std::string scaling_in_words(const identified& found)
{
    const auto& scaling = *found.scaling;
    const auto  what    = readable(found.output_name);
    const auto  size    = readable(found.size_name);
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
        return of + fmt::format("{} up to {} (exponent {}), and {} since ({}).",
                                pace_in_words(*scaling.before),
                                time_in_words(found, *scaling.change->value),
                                two_digits(*scaling.before), pace_in_words(*scaling.after),
                                two_digits(*scaling.after));
    if (v == "regime_change") return of + "one relation at first, another later.";
    if (v == "not_enough_data")
        return of + fmt::format("not enough data, {} pairs of figures.", found.over_size.size());
    return of + "undecided; these figures do not show whether it rises faster or more slowly.";
}

} // namespace

passage headline_of(const identified& found)
{
    passage said{found.scaling ? scaling_in_words(found) : growth_in_words(found), {}};
    if (found.scaling) {
        const auto& scaling = *found.scaling;
        if (scaling.exponent.value)
            said.sentences.push_back("Exponent of " + readable(found.output_name) + " against " +
                                     readable(found.size_name) + ": " +
                                     exponent_in_words(scaling.exponent) +
                                     (scaling.change && scaling.before ? " over all times" : "") +
                                     ", at 95 percent. 1 would be in proportion.");
        if (found.growth) said.sentences.push_back(growth_in_words(found));
    }
    if (found.growth) add_growth(said.sentences, found);
    return said;
}

std::string situation_of(const identified& found)
{
    const auto count = found.scaling ? found.over_size.size() : found.over_time.size();
    auto       text  = fmt::format("{} figures of {}{}", count, readable(found.output_name),
                            found.output_unit.empty() ? "" : " (" + found.output_unit + ")");
    if (found.scaling)
        text += " against " + readable(found.size_name) +
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
    for (auto& one : said.sentences) // names of verdicts as words
        std::replace(one.begin(), one.end(), '_', ' ');
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
