#include "scenario/value_places.hpp"

#include <algorithm>

#include "format/bad_input.hpp"
#include "format/located_json.hpp"
#include "format/nearest_name.hpp"
#include "format/section.hpp"
#include "format/shortened.hpp"
#include "scenario/distributions.hpp"
#include "scenario/names.hpp"
#include "scenario/parameter_names.hpp"
#include "scenario/read_organisations.hpp"

namespace program {

namespace {

value_place placed(const section& from, const std::string& in_file, const std::string& name,
                   bool of_start)
{
    const auto* at = from.find(in_file);
    return {name,       from.full_name(in_file),         at->line,
            at->column, number_or_middle(from, in_file), of_start};
}

} // namespace

std::vector<value_place> places_of(const std::vector<std::string>& names, const problem& all,
                                   const std::string& text)
{
    const auto               json = parse_located(text, all.plan.file);
    const section            whole{json, all.plan.file};
    const auto               now   = whole.inner("now");
    const auto               from  = sources_of(whole, all.plan.now_is, policies_in(whole), {});
    const auto               lines = parameters_of(all.now());
    std::vector<std::string> known{"now.people", "now.customers"};
    for (const auto& line : lines) known.push_back(line.name);

    std::vector<value_place> found;
    for (const auto& asked : names) {
        std::vector<std::string> meant;
        for (const auto& name : known)
            if (means(asked, name)) meant.push_back(name);
        if (const auto exact = std::find(meant.begin(), meant.end(), asked); exact != meant.end())
            meant = {asked};
        if (meant.empty())
            throw bad_input{all.plan.file + ": --free " + shortened(asked) +
                            " is no parameter of " + all.now().name() + did_you_mean(asked, known)};
        if (meant.size() > 1)
            throw bad_input{all.plan.file + ": --free " + shortened(asked) + " may be " +
                            meant.front() + " or " + meant.back()};
        const auto& name     = meant.front();
        const bool  of_start = name.starts_with("now.");
        const auto* section  = of_start ? &now : from.having(name);
        if (section == nullptr)
            throw bad_input{all.plan.file + ": " + name +
                            " is not stated; state a value to begin with"};
        const bool twice = std::any_of(found.begin(), found.end(),
                                       [&](const value_place& one) { return one.name == name; });
        if (twice) throw bad_input{all.plan.file + ": --free names " + name + " twice"};
        found.push_back(placed(*section, without_prefix(name), name, of_start));
    }
    return found;
}

} // namespace program
