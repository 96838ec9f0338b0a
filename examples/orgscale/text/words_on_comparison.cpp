#include "text/words_on_comparison.hpp"

#include <algorithm>
#include <cctype>
#include <initializer_list>

#include <fmt/core.h>

#include "format/numbers.hpp"
#include "format/phrases.hpp"
#include "scenario/names.hpp"
#include "scenario/parameter_names.hpp"
#include "study/names.hpp"

namespace program {

namespace {

const parameter_line* find(const outcome& one, const std::string& name)
{
    const auto at = std::find_if(one.parameters.begin(), one.parameters.end(),
                                 [&](const parameter_line& line) { return line.name == name; });
    return at != one.parameters.end() ? &*at : nullptr;
}

/// "hiring rate: linear 16, parallel 24 and network 16"; nothing for what was chosen for each.
std::optional<std::string> difference_in(const unequal_parameter& one)
{
    std::vector<std::string> parts;
    for (const auto& value : one.values) {
        if (value.chosen) return std::nullopt;
        if (value.which % 2 == 0) // both governances have one growth law
            parts.push_back(fmt::format("{} {}", growth_of(composition_names[value.which]),
                                        counted_digits(value.number)));
    }
    return fmt::format("{}: {}", in_words(one.name), listed(parts));
}

/// A parameter and its value: "churn 0.02".
std::string value_of(const std::string& name, double value)
{
    return fmt::format("{} {}", in_words(name), counted_digits(value));
}

/// By what the network wins its customers, and by what the others do: values that nothing ties together.
std::string on_demand(const study& found)
{
    const auto of = [&](std::size_t which, std::initializer_list<const char*> names) {
        std::vector<std::string> parts;
        for (const auto* name : names)
            if (const auto* line = find(found.outcomes[which], name);
                line != nullptr && line->value != 0)
                parts.push_back(value_of(line->name, line->value));
        return listed(parts);
    };
    const auto sales  = of(0, {"sales_rate", "sales_per_person"});
    const auto market = of(4, {"innovation", "imitation", "potential"});
    if (sales.empty() || market.empty()) return "";
    return fmt::format(
        "Linear and parallel growth win {} by selling ({}), a network by word of mouth ({}): "
        "two sets of values, and the comparison depends on both.",
        customers_word(found.plan), sales, market);
}

/// "in all six", "in linear growth", "under hierarchy", or the compositions.
std::string where(const std::vector<std::size_t>& which)
{
    if (which.size() == composition_names.size()) return "";
    const auto all = [&](auto belongs) {
        std::vector<std::size_t> expected;
        for (std::size_t i = 0; i < composition_names.size(); ++i)
            if (belongs(i)) expected.push_back(i);
        return expected == which;
    };
    for (const std::size_t governance : {0U, 1U})
        if (all([&](std::size_t i) { return i % 2 == governance; }))
            return "under " + governance_of(composition_names[governance]);
    std::vector<std::string> laws;
    for (std::size_t law = 0; law < 3; ++law) {
        const auto count =
            std::count_if(which.begin(), which.end(), [&](std::size_t i) { return i / 2 == law; });
        if (count == 2) laws.push_back(growth_of(composition_names[2 * law]));
        if (count == 1) laws.clear();
        if (count == 1) break;
    }
    if (2 * laws.size() == which.size()) return "in " + listed(laws) + " growth";
    std::vector<std::string> names;
    for (const auto i : which) names.push_back(long_name(composition_names[i]));
    return "in " + listed(names);
}

/// Whether the scenario itself calls the value a guess, or doesn't say where it comes from.
bool is_guess(const unknown& one)
{
    std::string source = one.source;
    std::transform(source.begin(), source.end(), source.begin(),
                   [](unsigned char letter) { return static_cast<char>(std::tolower(letter)); });
    return source.empty() || source.find("guess") != std::string::npos ||
           source.find("assum") != std::string::npos;
}

const std::string& parameter_of(const unknown& one)
{
    return one.uses.empty() ? one.name : one.uses.front().parameter;
}

/// Plain numbers that the scenario calls guesses.
std::optional<std::string> on_guesses(const study& found)
{
    const auto&              guessed = found.plan.guessed;
    std::vector<std::string> values;
    if (guessed.all) {
        for (const auto& one : found.outcomes)
            for (const auto& line : one.parameters) {
                const auto text = value_of(line.name, line.value);
                if (guessed.names_it(line.name) &&
                    std::find(values.begin(), values.end(), text) == values.end())
                    values.push_back(text);
            }
        return "Guesses, according to the scenario: everything it states" +
               (values.empty() ? "." : " except " + listed(values) + ".");
    }
    for (const auto& one : found.basis.assumed)
        if (!one.by_default && one.words.empty()) values.push_back(value_of(one.name, one.value));
    if (values.empty()) return std::nullopt;
    return "Guesses, according to the scenario: " + listed(values) + ".";
}

std::vector<std::string> on_uncertain(const scenario& plan)
{
    std::vector<std::string> values, assumed;
    for (const auto& one : plan.unknowns.values) {
        values.push_back(fmt::format("{} {} ({} to {})", in_words(one.path), spoken(one.value),
                                     spoken(one.p10), spoken(one.p90)));
        if (is_guess(one) || plan.guessed.include(parameter_of(one)))
            assumed.push_back(in_words(one.path));
    }
    if (values.empty()) return {};
    std::vector<std::string> said{
        fmt::format("Uncertain, with the range of 8 of 10 runs: {}.", listed(values))};
    if (!assumed.empty())
        said.push_back(fmt::format(
            "Of these, assumed or without a source: {}.",
            assumed.size() == values.size() && values.size() > 1 ? "all" : listed(assumed)));
    return said;
}

} // namespace

passage on_differences(const study& found)
{
    passage said{"What else differs between the six", {}};
    for (const auto& one : found.basis.unequal)
        if (const auto text = difference_in(one); text && prefix_of(one.name).empty())
            said.sentences.push_back(capital(*text) + ".");
    if (said.sentences.empty() && !found.outcomes.empty())
        said.sentences.push_back(
            "No parameter: wherever several of the six share one, it has the same value.");
    if (const auto demand = on_demand(found); !demand.empty()) said.sentences.push_back(demand);
    return said;
}

passage on_assumptions(const study& found)
{
    passage said{"Values that are defaults or guesses", {}};
    std::vector<std::pair<std::string, std::vector<std::string>>> groups; // by where
    for (const auto& one : found.basis.assumed) {
        if (!one.by_default) continue;
        const auto place = where(one.in);
        auto       at    = std::find_if(groups.begin(), groups.end(),
                                        [&](const auto& group) { return group.first == place; });
        if (at == groups.end()) at = groups.insert(groups.end(), {place, {}});
        at->second.push_back(value_of(one.name, one.value));
    }
    for (const auto& [place, values] : groups)
        said.sentences.push_back(
            fmt::format("Default{}{}: {}.", place.empty() ? "" : " ", place, listed(values)));
    for (const auto& text : on_uncertain(found.plan)) said.sentences.push_back(text);
    if (const auto text = on_guesses(found)) said.sentences.push_back(*text);
    if (said.sentences.empty())
        said.sentences.push_back(
            "None: the scenario states every value, and calls none uncertain or a guess.");
    return said;
}

} // namespace program
