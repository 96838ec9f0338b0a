#include "scenario/read_what_ifs.hpp"

#include <iterator>
#include <set>
#include <string>
#include <utility>

#include <orgscale/design/promise_part.hpp>

#include "format/bad_input.hpp"
#include "scenario/distributions.hpp"
#include "scenario/read_operations.hpp"
#include "scenario/read_organisations.hpp"

namespace program {

namespace {

/// What a question states of its policies itself, "observation.delay_per_level", as numbers alone.
std::set<std::string> policies_given(const section& question)
{
    std::set<std::string> names;
    for (const std::string slot : policy_names) {
        const auto one = question.inner_if(slot);
        if (!one.here()) continue;
        for (const auto& name : one.names()) {
            names.insert(slot + "." + name);
            if (is_uncertain(one, name))
                one.refuse(name, "must be a number: a question is asked of one run");
        }
    }
    return names;
}

/// Money beside other money: refuses the budget of a question that is in another currency.
void check_currency(const section& question, const operations& run, const scenario& plan)
{
    const auto known = plan.cost ? plan.cost->currency : plan.run_by.currency;
    const auto own   = question.inner_if("budget");
    if (!own.here()) return;
    if (!known.empty() && run.currency != known)
        own.refuse("currency",
                   "must be that of the scenario, " + known + ", but is " + run.currency);
    if (known.empty() && plan.promise && plan.promise->asks(orgscale::promise_part::cost))
        question.refuse("budget", "can't be held against promise.cost, which is in people's time; "
                                  "the scenario needs costs or a budget");
}

} // namespace

std::vector<question> read_what_ifs(const section& whole, const scenario& plan)
{
    std::vector<question> all;
    for (const auto& one : whole.list_if("what_if")) {
        std::vector<std::string> known{"title", "composition", "set"};
        known.insert(known.end(), std::begin(policy_names), std::end(policy_names));
        one.only(known);

        const auto which =
            one.one_of("composition", {composition_names.begin(), composition_names.end()});
        auto own = policies_given(one);
        if (own.empty() && one.find("set") == nullptr)
            throw bad_input{one.file() + ":" + one.place() + ": " + one.path() +
                            " changes nothing: it has no set and none of the policies"};
        const auto settings = one.inner_if("set");
        const auto made     = read_organisation(
            sources_of(whole, which, policies_in(one, policies_in(whole)), plan.choices), which);
        check_currency(one, made.run_by, plan);

        const auto set = settings_of(made, settings);
        for (const auto& [name, value] : set) own.insert(name);
        all.push_back({.asked   = {.title  = one.text("title"),
                                   .which  = which,
                                   .set    = set,
                                   .stated = std::move(own),
                                   .run_by = made.run_by},
                       .changed = with_settings(made, settings)});
    }
    return all;
}

} // namespace program
