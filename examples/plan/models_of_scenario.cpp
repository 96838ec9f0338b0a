#include "models_of_scenario.hpp"

#include <algorithm>
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

template <class Model>
composition read_one(const sources& from)
{
    std::vector<parameter_line> lines;
    try {
        composition model{base(from, static_cast<const Model*>(nullptr))};
        lines = model.parameters();
        return model.with([&](const std::string& name, double value) {
            const auto* written = from.having(name);
            return written != nullptr ? number_or_middle(*written, without_prefix(name)) : value;
        });
    } catch (const parameter_error& error) {
        refuse(error, from.own.file(), from.composition, lines, [&](const std::string& name) {
            return std::pair{from.having(name), without_prefix(name)};
        });
    }
}

template <class Type>
void add_names(std::vector<std::string>& names)
{
    std::apply(
        [&](const auto&... line) {
            const auto add = [&](const auto& one) {
                const std::string name = one.name;
                if (name + "." != governance_prefix &&
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

std::vector<composition> read_compositions(const section& whole)
{
    using orgscale::hierarchy, orgscale::meritocracy;
    using linear   = orgscale::linear_growth<hierarchy>;
    using parallel = orgscale::parallel_growth<hierarchy>;
    using network  = orgscale::network_growth<hierarchy>;

    whole.inner_if("organisation").only(names_in<linear, parallel, network>());
    whole.inner_if("linear").only(names_in<linear>());
    whole.inner_if("parallel").only(names_in<parallel>());
    whole.inner_if("network").only(names_in<network>());
    whole.inner_if("hierarchy").only(names_in<hierarchy<>>());
    whole.inner_if("meritocracy").only(names_in<meritocracy<>>());

    std::vector<composition> all;
    const auto               add = [&]<std::size_t... I>(std::index_sequence<I...>) {
        const auto one = [&]<std::size_t Index>() {
            const auto& name  = composition::names[Index];
            const auto  slash = name.find('/');
            all.push_back(read_one<std::variant_alternative_t<Index, composition::any_model>>(
                {.own          = whole.inner_if(name.substr(0, slash)),
                               .organisation = whole.inner_if("organisation"),
                               .governance   = whole.inner_if(name.substr(slash + 1)),
                               .composition  = name}));
        };
        (one.template operator()<I>(), ...);
    };
    add(std::make_index_sequence<std::variant_size_v<composition::any_model>>{});
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
               [&](const std::string& name) {
                   const auto plain = without_prefix(name);
                   for (const auto& written : {name, plain})
                       if (settings.find(written) != nullptr)
                           return std::pair<const section*, std::string>{&settings, written};
                   return std::pair<const section*, std::string>{nullptr, name};
               });
    }
}

} // namespace plan
