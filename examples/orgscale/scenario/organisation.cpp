#include "scenario/organisation.hpp"

#include <string_view>

#include <orgscale/core/parameter_line.hpp>

namespace program {

namespace {

auto kind_of(std::size_t which, const operations& run)
{
    std::vector<std::string_view> policies{run.observation, run.improvement, run.ownership,
                                           run.intake,      run.workforce,   run.standard,
                                           run.layoffs};
    if (run.funded) policies.emplace_back("budget");
    const std::string name = composition_names[which];
    return orgscale::composition::of(growth_of(name), governance_of(name), policies);
}

/// The library's words, but for what it takes of one unit and the scenario states of all.
std::string meaning_of(const orgscale::parameter_line& line)
{
    if (line.name == "sales_rate") return "customers the organisation can win in a unit of time";
    if (line.name == "hiring_rate") return "people the organisation can hire in a unit of time";
    return line.meaning;
}

} // namespace

organisation_model::state_type organisation::opening(const orgscale::growth_state<>& now) const
{
    return model.opening(now, run_by.cash);
}

std::vector<parameter_of_kind> parameters_of_kind(std::size_t which, const operations& run_by)
{
    std::vector<parameter_of_kind> all;
    for (const auto& line : orgscale::parameters_of(kind_of(which, run_by)))
        all.push_back({line.name, line.symbol, line.unit, meaning_of(line), line.rule, line.value,
                       line.required()});
    return all;
}

organisation make_organisation(std::size_t which, const operations& run_by,
                               const named_values& values)
{
    return {which, run_by, kind_of(which, run_by).make(values)};
}

std::vector<parameter_line> parameters_of(const organisation& one)
{
    std::vector<parameter_line> all;
    for (const auto& line : orgscale::parameters_of(one.model))
        all.push_back({line.name, line.symbol, line.unit, meaning_of(line), *line.value});
    return all;
}

organisation with_values(const organisation& one, const named_values& values)
{
    named_values all;
    for (const auto& line : parameters_of(one)) {
        const auto given = values.find(line.name);
        all.emplace(line.name, given != values.end() ? given->second : line.value);
    }
    return make_organisation(one.which, one.run_by, all);
}

} // namespace program
