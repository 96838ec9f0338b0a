#include "text/figures_of_designs.hpp"

#include <algorithm>

#include <fmt/core.h>

#include "format/dates.hpp"
#include "format/numbers.hpp"
#include "format/phrases.hpp"
#include "scenario/names.hpp"
#include "scenario/parameter_names.hpp"
#include "text/figure_rows.hpp"

namespace program {

namespace {

using orgscale::design_verdict;

std::string verdict_in_short(const design_found& one)
{
    std::vector<std::string> parts;
    for (const auto part : one.forbidden_by) parts.emplace_back(name(part));
    switch (one.verdict) {
    case design_verdict::feasible: return "kept";
    case design_verdict::forbidden_by_one: return "out of reach: " + listed(parts);
    case design_verdict::forbidden_together: return "not together: " + listed(parts);
    case design_verdict::no_organisation: return "no organisation";
    }
    return "unknown";
}

figure_table keeping(const study& found)
{
    const auto&  plan = found.plan;
    figure_table table{
        "Which organisations keep the promise",
        {"", "promise", "cost", "people", "levels", customers_word(plan), "cost set by"},
        {false, false, true, true, true, true, false},
        {}};
    table.dispensable = {false, false, false, false, false, true, true}; // said in words
    for (const auto& one : found.designs) {
        std::vector<std::string> row{
            row_name(one.name, !plan.stated_as && one.which == plan.now_is), verdict_in_short(one)};
        const auto& best = one.best;
        row.push_back(best ? brief(best->cost) : "-");
        row.push_back(best ? brief(best->people) : "-");
        row.push_back(best ? fixed(best->levels, 1) : "-");
        row.push_back(best ? brief(best->customers) : "-");
        row.push_back(one.binding ? name(*one.binding) : "-");
        table.rows.push_back(row);
    }
    return table;
}

/// " (max)" where the upper end of its range holds the cost up, " (min)" where the lower does.
std::string end_of_range(const design_found& one, const std::string& parameter)
{
    for (const auto& end : one.at_ends)
        if (end.name == parameter) return end.high ? " (max)" : " (min)";
    return "";
}

/// The parameters that were chosen, in the order of the scenario.
figure_table chosen(const study& found)
{
    figure_table table{"What the search chose", {""}, {false}, {}};
    for (const auto& one : found.plan.choices) {
        table.heads.push_back(in_words(one.name));
        table.numeric.push_back(true);
    }
    for (const auto& one : found.designs) {
        std::vector<std::string> row{
            row_name(one.name, !found.plan.stated_as && one.which == found.plan.now_is)};
        for (const auto& wanted : found.plan.choices) {
            std::string value = "-"; // not of this composition
            if (one.best)
                for (const auto& [name, number] : one.best->chosen)
                    if (wanted.is_for(name)) value = brief(number) + end_of_range(one, name);
            row.push_back(value);
        }
        table.rows.push_back(row);
    }
    return table;
}

} // namespace

std::string cost_of_design_in(const scenario& plan)
{
    if (plan.run_by.funded) return plan.run_by.currency;
    return plan.cost ? plan.cost->currency : plan.time.unit + "s of work";
}

std::string promise_in_words(const scenario& plan)
{
    using orgscale::promise_part;
    const auto&              promise = *plan.promise;
    std::vector<std::string> parts;
    if (promise.asks(promise_part::customers))
        parts.push_back(amount(promise.customers, customers_in(plan)));
    if (plan.tail)
        parts.push_back(fmt::format(
            "{} of them served within {} of being won (a mean of {})", percent(plan.tail->share),
            waiting(plan.time, plan.tail->within), waiting(plan.time, promise.wait)));
    else if (promise.asks(promise_part::wait))
        parts.push_back(
            fmt::format("served within {} of being won", waiting(plan.time, promise.wait)));
    if (promise.asks(promise_part::share))
        parts.push_back(fmt::format("with room for {} of them", percent(promise.share)));
    if (promise.asks(promise_part::people))
        parts.push_back(fmt::format("by no more than {}", amount(promise.people, people_in(plan))));
    if (promise.asks(promise_part::cost))
        parts.push_back(
            fmt::format("at no more than {}", amount(promise.cost, cost_of_design_in(plan))));
    if (promise.asks(promise_part::cash))
        parts.push_back(promise.cash == 0 ? std::string{"without ever running out of money"}
                                          : fmt::format("with at least {} at hand",
                                                        amount(promise.cash, currency_of(plan))));
    std::string text;
    if (!promise.asks(promise_part::customers)) text = customers_word(plan);
    for (const auto& part : parts) text += (text.empty() ? "" : ", ") + part;
    if (promise.since < promise.by)
        text += fmt::format("; wait and room from {} on", date(plan.time, promise.since));
    return text;
}

std::vector<figure_table> figures_of_designs(const study& found)
{
    if (found.designs.empty()) return {};
    return {keeping(found), chosen(found)};
}

std::string legend_of_designs(const study& found)
{
    const auto& plan = found.plan;
    return fmt::format(
        "Of each kind, the cheapest found that keeps the promise {}, or else the one that comes closest; a "
        "search may miss a cheaper one. Cost until then in {}. Cost set by: the part of the promise that it "
        "costs most to keep.{}{}{}",
        on_date(plan.time, plan.promise->by), cost_of_design_in(plan),
        plan.stated_as
            ? " The tables below show the organisations as the scenario states them, with what it leaves open as chosen "
              "here."
            : "",
        plan.unknowns.none() ? "" : " Uncertain parameters have the values of the other tables.",
        plan.tail
            ? " What is promised to a share of them counts as a mean wait: waits are taken to spread "
              "exponentially about it."
            : "");
}

std::string legend_of_choices(const study& found)
{
    const bool any = std::any_of(found.designs.begin(), found.designs.end(),
                                 [](const design_found& one) { return !one.at_ends.empty(); });
    return any ? "(max), (min): held back by that end of its range; a wider one might be cheaper."
               : "";
}

} // namespace program
