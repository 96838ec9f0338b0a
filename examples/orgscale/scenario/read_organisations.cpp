#include "scenario/read_organisations.hpp"

#include <algorithm>
#include <utility>

#include <fmt/core.h>

#include <orgscale/core/parameter_error.hpp>

#include "format/bad_input.hpp"
#include "scenario/as_percent.hpp"
#include "scenario/distributions.hpp"
#include "scenario/missing.hpp"
#include "scenario/parameter_names.hpp"
#include "scenario/read_choices.hpp"

namespace program {

namespace {

using orgscale::parameter_error;

std::string digits(double value) { return fmt::format("{:.10g}", value); }

/// A refusal of the library as one of the file: `place_of` gives the section of a parameter and its name
/// there.
template <class PlaceOf>
[[noreturn]] void refuse(const parameter_error& error, const std::string& file,
                         const std::string&                    composition,
                         const std::vector<parameter_of_kind>& lines, const PlaceOf& place_of)
{
    const std::string full = error.parameter();
    if (!full.empty()) {
        const auto [from, name] = place_of(full);
        if (from == nullptr) throw bad_input{fmt::format("{}: {} {}", file, name, error.rule())};
        if (is_uncertain(*from, name))
            refuse_domain(error.rule(), *from, read_unknown(*from, name));
        from->refuse(name, fmt::format("{}, but is {}{}", error.rule(), digits(error.value()),
                                       as_percent(error)));
    }
    std::string values;
    for (const auto& line : lines) { // a rule over several has their names in it
        const auto plain = without_prefix(line.name);
        if (std::string{error.rule()}.find(plain + " ") == std::string::npos) continue;
        const auto [from, name] = place_of(line.name);
        if (from == nullptr) continue;
        values += fmt::format("{}{} is {} (line {})", values.empty() ? ", but " : " and ",
                              from->full_name(name), digits(number_or_middle(*from, name)),
                              from->find(name)->line);
    }
    throw bad_input{fmt::format("{}: {}: {}{}", file, composition, error.rule(), values)};
}

/// The names that the sections of growth laws or of a governance may have: those with that prefix of these
/// compositions.
std::vector<std::string> names_in(const std::vector<std::size_t>& compositions,
                                  const std::string&              prefix)
{
    std::vector<std::string> names;
    for (const auto which : compositions)
        for (const auto& line : parameters_of_kind(which, {})) {
            const auto plain = without_prefix(line.name);
            if (prefix_of(line.name) == prefix &&
                std::find(names.begin(), names.end(), plain) == names.end())
                names.push_back(plain);
        }
    return names;
}

} // namespace

sources sources_of(const section& whole, std::size_t which, const policy_sections& policies,
                   const std::vector<choice>& choices)
{
    const std::string name = composition_names[which];
    return {.own          = whole.inner_if(growth_of(name)),
            .demand       = whole.inner_if("demand"),
            .organisation = whole.inner_if("organisation"),
            .governance   = whole.inner_if(governance_of(name)),
            .policies     = policies,
            .choices      = choices};
}

organisation read_organisation(const sources& from, std::size_t which)
{
    const auto   run   = read_operations(from.policies);
    const auto   lines = parameters_of_kind(which, run);
    named_values values;
    for (const auto& line : lines) {
        if (const auto* written = from.having(line.name))
            values[line.name] = number_or_middle(*written, without_prefix(line.name));
        else if (const auto* open = from.choosing(line.name); open != nullptr && line.required)
            values[line.name] = number_at(*open, 0.5);
    }
    refuse_missing({{from, lines}});
    try {
        return make_organisation(which, run, values);
    } catch (const parameter_error& error) {
        refuse(error, from.own.file(), composition_names[which], lines,
               [&](const std::string& name) {
                   const auto* written = from.having(name);
                   if (written == nullptr)
                       if (const auto* open = from.choosing(name))
                           refuse_domain(*open, error.rule());
                   return std::pair{written, without_prefix(name)};
               });
    }
}

std::vector<std::string> left_open_in(const sources& from, std::size_t which)
{
    std::vector<std::string> open;
    for (const auto& line : parameters_of_kind(which, read_operations(from.policies)))
        if (line.required && from.having(line.name) == nullptr &&
            from.choosing(line.name) != nullptr)
            open.push_back(line.name);
    return open;
}

std::vector<std::string> defaults_in(const sources& from, std::size_t which)
{
    std::vector<std::string> names;
    for (const auto& line : parameters_of_kind(which, read_operations(from.policies)))
        if (!line.required && from.having(line.name) == nullptr &&
            from.choosing(line.name) == nullptr)
            names.push_back(line.name);
    return names;
}

std::vector<organisation> read_organisations(const section&                  whole,
                                             const std::vector<choice>&      choices,
                                             const std::vector<std::string>& missing_entries)
{
    whole.inner_if("organisation").only(names_in({0, 2, 4}, ""));
    whole.inner_if("demand").only(
        {"sales_rate", "sales_per_person", "innovation", "imitation", "potential"});
    for (const std::size_t which : {0U, 2U, 4U})
        whole.inner_if(growth_of(composition_names[which])).only(names_in({which}, ""));
    for (const std::size_t which : {0U, 1U})
        whole.inner_if(governance_of(composition_names[which])).only(names_in({which}, "governance"));

    const auto           policies = policies_in(whole);
    std::vector<sources> from;
    for (std::size_t which = 0; which < composition_names.size(); ++which)
        from.push_back(sources_of(whole, which, policies, choices));

    const auto          run = read_operations(policies);
    std::vector<wanted> all;
    for (std::size_t which = 0; which < from.size(); ++which)
        all.push_back({from[which], parameters_of_kind(which, run)});
    refuse_missing(all, missing_entries);

    std::vector<organisation> read;
    for (std::size_t which = 0; which < from.size(); ++which)
        read.push_back(read_organisation(from[which], which));
    return read;
}

named_values settings_of(const organisation& one, const section& settings)
{
    std::vector<std::string> known;
    named_values             set;
    for (const auto& line : parameters_of(one)) {
        const auto plain = without_prefix(line.name);
        known.push_back(plain);
        if (settings.find(plain) != nullptr && means(plain, line.name))
            set[line.name] = settings.number(plain);
        if (plain == line.name || settings.find(line.name) == nullptr) continue;
        known.push_back(line.name);
        if (set.contains(line.name)) settings.refuse(line.name, "is there twice");
        set[line.name] = settings.number(line.name);
    }
    settings.only(known);
    return set;
}

organisation with_settings(const organisation& one, const section& settings)
{
    const auto set = settings_of(one, settings);
    try {
        return with_values(one, set);
    } catch (const parameter_error& error) {
        refuse(error, settings.file(), settings.full_name(one.name()),
               parameters_of_kind(one.which, one.run_by), [&](const std::string& name) {
                   for (const auto& written : {name, without_prefix(name)})
                       if (settings.find(written) != nullptr)
                           return std::pair<const section*, std::string>{&settings, written};
                   return std::pair<const section*, std::string>{nullptr, name};
               });
    }
}

} // namespace program
