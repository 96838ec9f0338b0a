#include "models_of_scenario.hpp"

#include <algorithm>
#include <array>
#include <cstdio>
#include <string>
#include <tuple>
#include <utility>

#include <orgscale/core/describe.hpp>
#include <orgscale/core/parameter_error.hpp>

#include "bad_input.hpp"
#include "base_models.hpp"

namespace plan {

namespace {

using orgscale::parameter_error;

std::string digits(double value)
{
    char text[32];
    std::snprintf(text, sizeof text, "%.10g", value);
    return text;
}

/// A refusal of the library, told as one of the file: `place_of` gives the section of a full name.
template <class PlaceOf>
[[noreturn]] void refuse(const parameter_error& error, const std::string& file,
                         const std::string& composition, const std::vector<parameter_line>& lines,
                         const PlaceOf& place_of)
{
    const std::string full = error.parameter();
    if (!full.empty()) {
        const auto [from, name] = place_of(full);
        if (from == nullptr) throw bad_input{file + ": " + name + " " + error.rule()};
        if (is_uncertain(*from, name))
            refuse_domain(error.rule(), *from, read_unknown(*from, name));
        from->refuse(name, std::string{error.rule()} + ", but is " + digits(error.value()));
    }
    bool        first = true;
    std::string why   = file + ": " + composition + ": " + error.rule();
    for (const auto& line : lines) { // a rule over several tells their names
        const auto plain = without_prefix(line.name);
        if (std::string{error.rule()}.find(plain + " ") == std::string::npos) continue;
        const auto [from, name] = place_of(line.name);
        if (from == nullptr) continue;
        why += (first ? ", but " : " and ") + from->full_name(name) + " is " +
               digits(number_or_middle(*from, name)) + " (line " +
               std::to_string(from->find(name)->line) + ")";
        first = false;
    }
    throw bad_input{why};
}

template <class Type>
void add_names(std::vector<std::string>& names)
{
    std::apply(
        [&](const auto&... line) {
            const auto add = [&](const auto& one) {
                const std::string name = one.name;
                if (name != "governance" &&
                    std::find(names.begin(), names.end(), name) == names.end())
                    names.push_back(name);
            };
            (add(line), ...);
        },
        Type::parameters());
}

template <class... Types>
std::vector<std::string> names_in()
{
    std::vector<std::string> names;
    (add_names<Types>(names), ...);
    return names;
}

} // namespace

sources sources_of(const section& whole, std::size_t which, const policy_sections& policies,
                   const std::vector<choice>& choices)
{
    const auto& name  = composition::names[which];
    const auto  slash = name.find('/');
    return {.own          = whole.inner_if(name.substr(0, slash)),
            .demand       = whole.inner_if("demand"),
            .organisation = whole.inner_if("organisation"),
            .governance   = whole.inner_if(name.substr(slash + 1)),
            .policies     = policies,
            .choices      = choices,
            .composition  = name,
            .opened       = nullptr};
}

composition read_composition(const sources& from, std::size_t which)
{
    using orgscale::hierarchy, orgscale::meritocracy;
    using make = composition::any_model (*)(const sources&, const operations&);
    static constexpr std::array<make, 6> makers{
        operated_base<orgscale::linear_growth<hierarchy>>,
        operated_base<orgscale::linear_growth<meritocracy>>,
        operated_base<orgscale::parallel_growth<hierarchy>>,
        operated_base<orgscale::parallel_growth<meritocracy>>,
        operated_base<orgscale::network_growth<hierarchy>>,
        operated_base<orgscale::network_growth<meritocracy>>};

    const auto                  run = read_operations(from.policies);
    std::vector<parameter_line> lines;
    try {
        const composition model{makers[which](from, run), run};
        lines = model.parameters();
        return model.with(
            [&](const std::string& name, double value) { return from.value(name, value); });
    } catch (const parameter_error& error) {
        refuse(error, from.own.file(), from.composition, lines, [&](const std::string& full) {
            const auto own  = run.own_name(full); // of the library's name, or the one asked for
            const auto name = own.empty() ? full : own;
            if (from.having(name) == nullptr)
                if (const auto* open = from.choosing(name)) open->refuse_domain(error.rule());
            return std::pair{from.having(name), without_prefix(name)};
        });
    }
}

std::vector<composition> read_compositions(const section& whole, const std::vector<choice>& choices)
{
    using orgscale::hierarchy, orgscale::meritocracy;
    using linear   = orgscale::linear_growth<hierarchy>;
    using parallel = orgscale::parallel_growth<hierarchy>;
    using network  = orgscale::network_growth<hierarchy>;

    whole.inner_if("organisation").only(names_in<linear, parallel, network>());
    whole.inner_if("demand").only(
        {"sales_rate", "sales_per_person", "innovation", "imitation", "potential"});
    whole.inner_if("linear").only(names_in<linear>());
    whole.inner_if("parallel").only(names_in<parallel>());
    whole.inner_if("network").only(names_in<network>());
    whole.inner_if("hierarchy").only(names_in<hierarchy<>>());
    whole.inner_if("meritocracy").only(names_in<meritocracy<>>());

    const auto               policies = policies_in(whole);
    std::vector<composition> all;
    for (std::size_t which = 0; which < composition::names.size(); ++which)
        all.push_back(read_composition(sources_of(whole, which, policies, choices), which));
    return all;
}

std::map<std::string, double> settings_of(const composition& model, const section& settings)
{
    std::vector<std::string>      known;
    std::map<std::string, double> set;
    for (const auto& line : model.parameters()) {
        const auto plain = without_prefix(line.name);
        known.push_back(plain);
        if (settings.find(plain) != nullptr) set[line.name] = settings.number(plain);
        if (plain == line.name || settings.find(line.name) == nullptr) continue;
        known.push_back(line.name);
        if (set.contains(line.name)) settings.refuse(line.name, "is there twice");
        set[line.name] = settings.number(line.name);
    }
    settings.only(known);
    return set;
}

composition with_settings(const composition& model, const section& settings)
{
    const auto set = settings_of(model, settings);
    try {
        return model.with([&](const std::string& name, double value) {
            const auto given = set.find(name);
            return given != set.end() ? given->second : value;
        });
    } catch (const parameter_error& error) {
        refuse(error, settings.file(), settings.full_name(model.name()), model.parameters(),
               [&](const std::string& full) {
                   const auto own   = model.own_name(full);
                   const auto name  = own.empty() ? full : own;
                   const auto plain = without_prefix(name);
                   for (const auto& written : {name, plain})
                       if (settings.find(written) != nullptr)
                           return std::pair<const section*, std::string>{&settings, written};
                   return std::pair<const section*, std::string>{nullptr, name};
               });
    }
}

} // namespace plan
