#include "text/words_on_comparison.hpp"

#include <algorithm>
#include <cctype>
#include <cmath>
#include <initializer_list>
#include <map>

#include <fmt/core.h>

#include "format/numbers.hpp"
#include "format/phrases.hpp"
#include "scenario/names.hpp"
#include "study/names.hpp"

namespace program {

namespace {

const parameter_line* find(const outcome& one, const std::string& name)
{
    const auto at = std::find_if(one.parameters.begin(), one.parameters.end(),
                                 [&](const parameter_line& line) { return line.name == name; });
    return at != one.parameters.end() ? &*at : nullptr;
}

/// A parameter and its value: "churn 0.02".
std::string value_of(const parameter_line& line)
{
    return fmt::format("{} {}", readable(line.name), plain_digits(line.value));
}

/// What is given for a unit of parallel growth; compared is what all units have together.
bool is_per_unit(const outcome& one, const std::string& name)
{
    return growth_of(one.name) == "parallel" && (name == "hiring_rate" || name == "sales_rate");
}

double of_whole(const outcome& one, const parameter_line& line)
{
    const auto* units = is_per_unit(one, line.name) ? find(one, "units") : nullptr;
    return units != nullptr ? units->value * line.value : line.value;
}

bool same(double a, double b)
{
    constexpr double rounding = 1e-9; // of a rate divided by units and multiplied again
    return a == b || std::abs(a - b) <= rounding * std::abs(b);
}

/// "hiring rate: linear 16, parallel 24 (all units)"; nothing where all have the same.
std::optional<std::string> difference_in(const study& found, const std::string& name)
{
    std::vector<std::string> parts;
    std::vector<double>      values;
    for (const auto& one : found.outcomes) {
        const auto* line = find(one, name);
        if (line == nullptr || one.which % 2 == 1) continue; // both governances have one growth law
        values.push_back(of_whole(one, *line));
        parts.push_back(fmt::format("{} {}{}", growth_of(one.name), plain_digits(values.back()),
                                    is_per_unit(one, name) ? " (all units)" : ""));
    }
    const bool differ = std::any_of(values.begin(), values.end(),
                                    [&](double one) { return !same(one, values.front()); });
    if (!differ) return std::nullopt;
    return fmt::format("{}: {}", readable(name), listed(parts));
}

bool is_chosen(const scenario& plan, const std::string& name)
{
    return std::any_of(plan.choices.begin(), plan.choices.end(),
                       [&](const choice& one) { return one.is_for(name); });
}

/// By what the network wins its customers, and by what the others do: values that nothing ties together.
std::string on_demand(const study& found)
{
    const auto of = [&](std::size_t which, std::initializer_list<const char*> names) {
        std::vector<std::string> parts;
        for (const auto* name : names)
            if (const auto* line = find(found.outcomes[which], name);
                line != nullptr && line->value != 0)
                parts.push_back(value_of(*line));
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

std::vector<std::string> on_uncertain(const uncertainty& all)
{
    std::vector<std::string> values, guesses;
    for (const auto& one : all.values) {
        values.push_back(fmt::format("{} {} ({} to {})", readable(one.path),
                                     plain_digits(one.value), brief(one.p10), brief(one.p90)));
        if (is_guess(one)) guesses.push_back(readable(one.path));
    }
    if (values.empty()) return {};
    std::vector<std::string> said{
        fmt::format("Uncertain, with the range of 8 of 10 runs: {}.", listed(values))};
    if (!guesses.empty())
        said.push_back(fmt::format(
            "Of these, assumed or without a source: {}.",
            guesses.size() == values.size() && values.size() > 1 ? "all" : listed(guesses)));
    return said;
}

} // namespace

passage on_differences(const study& found)
{
    passage                  said{"What differs between them beyond their kind", {}};
    std::vector<std::string> seen;
    for (const auto& one : found.outcomes)
        for (const auto& line : one.parameters) {
            if (!prefix_of(line.name).empty() || is_chosen(found.plan, line.name) ||
                std::find(seen.begin(), seen.end(), line.name) != seen.end())
                continue;
            seen.push_back(line.name);
            if (const auto text = difference_in(found, line.name))
                said.sentences.push_back(capital(*text) + ".");
        }
    if (said.sentences.empty() && !found.outcomes.empty())
        said.sentences.push_back(
            "No parameter that several of them have: each has one value in all.");
    if (const auto demand = on_demand(found); !demand.empty()) said.sentences.push_back(demand);
    return said;
}

passage on_assumptions(const study& found)
{
    passage said{"Values that are defaults or guesses", {}};
    std::map<std::pair<std::string, double>, std::vector<std::size_t>> uses; // by parameter and value
    std::vector<const parameter_line*> order;
    for (const auto& one : found.outcomes)
        for (const auto& name : found.plan.by_default[one.which]) {
            const auto* line = find(one, name);
            if (line == nullptr) continue;
            auto& used = uses[{name, line->value}];
            if (used.empty()) order.push_back(line);
            used.push_back(one.which);
        }
    std::vector<std::pair<std::string, std::vector<std::string>>> groups; // by where
    for (const auto* line : order) {
        const auto place = where(uses[{line->name, line->value}]);
        auto       at    = std::find_if(groups.begin(), groups.end(),
                                        [&](const auto& one) { return one.first == place; });
        if (at == groups.end()) at = groups.insert(groups.end(), {place, {}});
        at->second.push_back(value_of(*line));
    }
    for (const auto& [place, values] : groups)
        said.sentences.push_back(
            fmt::format("Default{}{}: {}.", place.empty() ? "" : " ", place, listed(values)));
    for (const auto& text : on_uncertain(found.plan.unknowns)) said.sentences.push_back(text);
    if (said.sentences.empty())
        said.sentences.push_back("None: the scenario states every value, and none as uncertain.");
    return said;
}

} // namespace program
