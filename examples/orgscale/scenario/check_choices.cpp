#include "scenario/check_choices.hpp"

#include <set>
#include <string>
#include <vector>

#include <orgscale/core/parameter_error.hpp>

#include "format/nearest_name.hpp"
#include "scenario/read_choices.hpp"
#include "scenario/read_organisations.hpp"

namespace program {

namespace {

/// Whether the ends of the range are in the domain; rules between parameters are for the design.
void check_domain(const choice& one, const organisation& made, const std::string& parameter)
{
    for (const double end : {number_at(one, 0), number_at(one, 1)}) try {
            static_cast<void>(with_values(made, {{parameter, end}}));
        } catch (const orgscale::parameter_error& error) {
            if (*error.parameter() != '\0') refuse_domain(one, error.rule());
        }
}

} // namespace

decltype(scenario::left_open) read_left_open(const section& whole, const scenario& plan)
{
    decltype(scenario::left_open) open{};
    for (std::size_t i = 0; i < open.size(); ++i) {
        const auto names = left_open_in(sources_of(whole, i, policies_in(whole), plan.choices), i);
        open[i]          = !names.empty();
        if (open[i] && plan.stated_as == i)
            whole.refuse("now_is", "states the organisation, so that " + names.front() +
                                       " must be stated too; without now_is it is designed");
    }
    return open;
}

void check_choice_names(const section& from, const section& whole,
                        const std::vector<choice>& choices)
{
    const auto run = read_operations(policies_in(whole));
    for (const auto& one : choices) {
        std::set<std::string> known;
        bool                  is_there = false;
        for (std::size_t which = 0; which < composition_names.size(); ++which)
            for (const auto& line : parameters_of_kind(which, run)) {
                known.insert(without_prefix(line.name));
                is_there = is_there || one.is_for(line.name);
            }
        if (!is_there)
            from.refuse(one.name,
                        "is not known" + did_you_mean(one.name, {known.begin(), known.end()}));
    }
}

void check_choices(const section& from, const problem& all)
{
    const auto& plan = all.plan;
    for (const auto& one : plan.choices) {
        for (const auto& made : all.compositions)
            for (const auto& line : parameters_of(made)) {
                if (!one.is_for(line.name)) continue;
                check_domain(one, made, line.name);
                for (const auto& other : plan.choices)
                    if (other.name != one.name && other.is_for(line.name))
                        from.refuse(one.name, "is there again as " + other.name);
                for (const auto& value : plan.unknowns.values)
                    for (const auto& use : value.uses)
                        if (use.composition == made.which && use.parameter == line.name)
                            from.refuse(one.name, "is to be chosen, but has a distribution at " +
                                                      value.path + "; one of the two is enough");
            }
    }
}

} // namespace program
