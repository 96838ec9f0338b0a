#include "scenario/read_operations.hpp"

#include <string>
#include <utility>
#include <vector>

#include "format/numbers.hpp"
#include "scenario/organisation.hpp"

namespace program {

namespace {

/// The names of a policy's parameters, and these more.
std::vector<std::string> names_of(const operations& run, const std::string& slot,
                                  std::vector<std::string> more)
{
    for (const auto& line : parameters_of_kind(0, run)) // the same of each composition
        if (prefix_of(line.name) == slot) more.push_back(without_prefix(line.name));
    return more;
}

/// Sets a slot to the policy that its section names; as it is where there is no section.
void choose(const section& from, operations& run, std::string operations::* slot,
            const std::string& name, const std::vector<std::string>& known)
{
    if (!from.here()) return;
    run.*slot = known[from.one_of("policy", known)];
    from.only(names_of(run, name, {"policy"}));
}

} // namespace

policy_sections policies_in(const section& object)
{
    return {.observation = object.inner_if("observation"),
            .improvement = object.inner_if("improvement"),
            .ownership   = object.inner_if("ownership"),
            .intake      = object.inner_if("intake"),
            .workforce   = object.inner_if("workforce"),
            .standard    = object.inner_if("standard"),
            .layoffs     = object.inner_if("layoffs"),
            .budget      = object.inner_if("budget")};
}

policy_sections policies_in(const section& object, const policy_sections& other)
{
    auto       own  = policies_in(object);
    const auto fill = [](section& one, const section& usual) {
        if (!one.here()) one = usual;
    };
    fill(own.observation, other.observation);
    fill(own.improvement, other.improvement);
    fill(own.ownership, other.ownership);
    fill(own.intake, other.intake);
    fill(own.workforce, other.workforce);
    fill(own.layoffs, other.layoffs);
    fill(own.standard, other.standard);
    fill(own.budget, other.budget);
    return own;
}

operations read_operations(const policy_sections& from)
{
    operations run;
    choose(from.observation, run, &operations::observation, "observation",
           {"perfect_observation", "dashboard", "shop_floor"});
    choose(from.improvement, run, &operations::improvement, "improvement",
           {"no_improvement", "continuous_improvement", "reorganization", "combined_improvement"});
    choose(from.ownership, run, &operations::ownership, "ownership",
           {"single_owner", "functional_silos"});
    choose(from.intake, run, &operations::intake, "intake", {"turned_away", "waiting_list"});
    choose(from.workforce, run, &operations::workforce, "workforce",
           {"ready_at_once", "rookies", "two_stage_learning"});
    choose(from.standard, run, &operations::standard, "standard",
           {"fixed_standard", "eroding_standard", "capability"});
    choose(from.layoffs, run, &operations::layoffs, "layoffs", {"no_layoffs", "layoffs"});
    if (!from.budget.here()) return run;

    run.funded = true;
    from.budget.only(names_of(run, "budget", {"currency", "cash", "stop_when_insolvent"}));
    run.currency = from.budget.text("currency");
    run.cash     = from.budget.number_if("cash").value_or(0);
    run.stops    = from.budget.flag_if("stop_when_insolvent").value_or(false);
    if (!(run.cash >= 0))
        from.budget.refuse("cash", "must be 0 or greater, but is " + plain_digits(run.cash));
    return run;
}

} // namespace program
