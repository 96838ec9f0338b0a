#include "scenario/explain.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <optional>
#include <tuple>
#include <utility>
#include <vector>

#include <fmt/core.h>

#include <orgscale/core/parameter_line.hpp>
#include <orgscale/customer/scaling_journey.hpp>

#include "format/bad_input.hpp"
#include "format/nearest_name.hpp"
#include "format/numbers.hpp"
#include "format/phrases.hpp"
#include "format/shortened.hpp"
#include "format/wrapped.hpp"
#include "scenario/organisation.hpp"
#include "scenario/published_ranges.hpp"
#include "scenario/section_help.hpp"

namespace program {

namespace {

/// A parameter, and the sections that it may stand in.
struct known_parameter {
    parameter_of_kind        what;
    std::vector<std::string> sections;
};

void add(std::vector<known_parameter>& all, const parameter_of_kind& what,
         const std::string& section)
{
    const auto at  = std::find_if(all.begin(), all.end(), [&](const known_parameter& one) {
        return one.what.name == what.name && one.what.meaning == what.meaning;
    });
    auto&      one = at != all.end() ? *at : all.emplace_back(known_parameter{what, {}});
    if (std::find(one.sections.begin(), one.sections.end(), section) == one.sections.end())
        one.sections.push_back(section);
}

/// Where a parameter of a composition stands.
std::string section_of(const std::string& parameter, std::size_t which, const operations& run)
{
    const auto slot = prefix_of(parameter);
    if (slot.empty()) return growth_of(composition_names[which]);
    if (slot == "governance") return governance_of(composition_names[which]);
    if (slot == "observation") return fmt::format("observation ({})", run.observation);
    if (slot == "improvement") return fmt::format("improvement ({})", run.improvement);
    if (slot == "ownership") return fmt::format("ownership ({})", run.ownership);
    if (slot == "intake") return fmt::format("intake ({})", run.intake);
    if (slot == "workforce") return fmt::format("workforce ({})", run.workforce);
    if (slot == "layoffs") return fmt::format("layoffs ({})", run.layoffs);
    if (slot == "standard") return fmt::format("standard ({})", run.standard);
    return slot;
}

std::vector<known_parameter> all_parameters()
{
    std::vector<operations> runs(3);
    runs[0].observation = "dashboard";
    runs[0].improvement = "continuous_improvement";
    runs[0].ownership   = "functional_silos";
    runs[0].intake      = "waiting_list";
    runs[0].workforce   = "rookies";
    runs[0].layoffs     = "layoffs";
    runs[0].standard    = "eroding_standard";
    runs[1].observation = "shop_floor";
    runs[1].improvement = "reorganization";
    runs[1].standard    = "capability";
    runs[2].improvement = "combined_improvement";
    runs[2].workforce   = "two_stage_learning";
    for (auto& run : runs) run.funded = true;

    std::vector<known_parameter> all;
    for (const auto& run : runs)
        for (std::size_t which = 0; which < composition_names.size(); ++which)
            for (const auto& line : parameters_of_kind(which, run))
                add(all, line, section_of(line.name, which, run));
    for (const auto& line : orgscale::parameters_of(orgscale::scaling_journey<>{}))
        add(all,
            {line.name, line.symbol, line.unit, line.meaning, line.rule,
             line.name == "holding_time" ? std::nullopt : line.value, false},
            "stages");
    return all;
}

std::string default_of(const parameter_of_kind& one)
{
    if (one.required) return "none: it must be stated";
    if (!one.usual) return "three months";
    return plain_digits(*one.usual);
}

std::string in_words(const known_parameter& one)
{
    const auto& what  = one.what;
    const auto  plain = without_prefix(what.name);
    std::string text  = plain;
    if (!what.symbol.empty()) text += fmt::format(" ({})", what.symbol);
    text += what.unit == "-" ? ", a share or a plain number\n" : fmt::format(" [{}]\n", what.unit);
    const auto add_line = [&](const char* head, const std::string& said) {
        text += fmt::format("  {:<10}  {}", head, wrapped(said, 84, 14));
    };
    add_line("meaning", what.meaning);
    if (!what.rule.empty()) add_line("rule", what.rule);
    add_line("default", default_of(what));
    add_line("goes in", listed(one.sections) + (one.sections.front() == "linear" ||
                                                        one.sections.front() == "parallel" ||
                                                        one.sections.front() == "network"
                                                    ? "; or for all of them in organisation"
                                                    : ""));
    if (plain == "sales_rate" || plain == "hiring_rate" || plain == "core_decisions")
        add_line("stated for", "the whole organisation; parallel growth divides it among its units");
    const auto ranges = published_ranges_of(plain);
    if (ranges.empty()) add_line("published", "no published range known");
    for (const auto& range : ranges) {
        add_line("published", range.range);
        add_line("source", std::string{range.source} + ".");
    }
    return text;
}

} // namespace

std::string explanation_of(const std::string& name)
{
    std::string              text;
    std::vector<std::string> known;
    for (const auto& one : section_helps()) {
        known.emplace_back(one.name);
        if (name == one.name) text += "A section of a scenario.\n\n" + lines_of(one);
    }
    for (const auto& one : all_parameters()) {
        const auto plain = without_prefix(one.what.name);
        known.push_back(plain);
        if (name == plain || name == one.what.name)
            text += (text.empty() ? "" : "\n") + in_words(one);
    }
    if (text.empty())
        throw bad_input{shortened(name) + " is neither a parameter nor a section of a scenario" +
                        did_you_mean(name, known)};
    return text;
}

} // namespace program
