#include "text/figures_of_service.hpp"

#include <cmath>
#include <functional>
#include <string>
#include <vector>

#include <fmt/core.h>

#include <orgscale/design/promise_part.hpp>

#include "format/dates.hpp"
#include "format/numbers.hpp"
#include "scenario/names.hpp"
#include "text/figure_rows.hpp"

namespace program {

namespace {

std::string share(double part)
{
    if (!std::isfinite(part)) return "-";
    return fmt::format("{:.{}f}%", 100 * part, part >= 0.9995 ? 0 : 1);
}

/// Whether there is such a row.
template <class Has>
bool any_row(const study& found, const Has& has)
{
    bool any = false;
    for_each_row(found, [&](const std::string&, const outcome& one) { any = any || has(one); });
    return any;
}

/// Whether any work has defects; without them the column would say 100% throughout.
bool reports_defects(const study& found)
{
    return any_row(found, [](const outcome& one) { return one.experience.correct < 1; });
}

/// Whether customers wait on a list anywhere, and whether some who can't be taken on at once are lost.
bool has_lists(const study& found)
{
    return any_row(found, [](const outcome& one) { return one.list.has_value(); });
}
bool turns_away(const study& found)
{
    return any_row(found, [](const outcome& one) { return !one.list; });
}

/// Whether any is run under a standard of this kind.
bool runs_under(const study& found, const char* standard)
{
    return any_row(found, [&](const outcome& one) { return one.run_by.standard == standard; });
}

/// A column, and what a row has in it.
struct column {
    std::string                                head;
    bool                                       numeric;
    std::function<std::string(const outcome&)> cell; ///< of a run that is complete
};

std::vector<column> columns_of(const study& found)
{
    const auto&         plan = found.plan;
    std::vector<column> all{
        {"stage", false,
         [](const outcome& one) {
             const auto* at = one.stage();
             return std::string{at != nullptr ? orgscale::name(at->stage) : "none yet"};
         }},
        {"first reached", true, [&plan](const outcome& one) {
             const auto* at = one.stage();
             return at != nullptr ? since(plan.time, at->time) : std::string{"-"};
         }}};
    if (turns_away(found))
        all.push_back({"taken on", true,
                       [](const outcome& one) { return one.list ? "-" : share(one.taken_on); }});
    all.push_back({"wait", true, [&plan](const outcome& one) {
                       return waiting(plan.time, one.experience.wait);
                   }});
    if (plan.tail)
        all.push_back({"in time", true,
                       [](const outcome& one) { return one.in_time ? share(*one.in_time) : "-"; }});
    if (has_lists(found)) {
        all.push_back({"longest wait", true, [&plan](const outcome& one) {
                           return one.list ? waiting(plan.time, one.list->longest.wait) : "-";
                       }});
        all.push_back({"waiting", true, [](const outcome& one) {
                           return one.list ? brief_count(one.end().waiting) : "-";
                       }});
        all.push_back({"give up", true, [](const outcome& one) {
                           return one.list ? share(one.list->gave_up) : "-";
                       }});
    }
    all.push_back({"served", true, [](const outcome& one) { return share(one.experience.served); }});
    all.push_back({"leave", true, [](const outcome& one) { return share(one.experience.churn); }});
    if (reports_defects(found))
        all.push_back(
            {"done right", true, [](const outcome& one) { return share(one.experience.correct); }});
    if (runs_under(found, "eroding_standard"))
        all.push_back({"quality", true, [](const outcome& one) {
                           return one.erodes() ? share(one.end().quality) : "-";
                       }});
    if (runs_under(found, "capability"))
        all.push_back({"capability", true, [](const outcome& one) {
                           return one.has_capability() ? share(one.end().capability) : "-";
                       }});
    if (plan.promise)
        all.push_back({"promise", false, [](const outcome& one) {
                           return one.promise ? keeping_in_short(*one.promise) : "-";
                       }});
    return all;
}

} // namespace

std::string keeping_in_short(const orgscale::promise_margins<>& margins)
{
    std::string broken;
    for (const auto part : orgscale::promise_parts)
        if (margins.of(part) < 0)
            broken += fmt::format("{}{}", broken.empty() ? "" : ", ", name(part));
    return broken.empty() ? "kept" : "broken: " + broken;
}

figure_table figures_of_service(const study& found)
{
    const auto&  plan    = found.plan;
    const auto   columns = columns_of(found);
    figure_table table{
        fmt::format("What {} get {}", customers_word(plan), at_horizon(plan)), {""}, {false}, {}};
    table.last_wraps = plan.promise.has_value(); // several parts may be broken
    for (const auto& one : columns) {
        table.heads.push_back(one.head);
        table.numeric.push_back(one.numeric);
    }
    for_each_row(found, [&](const std::string& name, const outcome& one) {
        std::vector<std::string> row{name};
        for (const auto& each : columns) row.push_back(one.complete ? each.cell(one) : "-");
        table.rows.push_back(row);
    });
    return table;
}

std::string legend_of_service(const study& found)
{
    const auto& plan = found.plan;
    const auto  word = customers_word(plan);
    std::string text =
        "Stage: the furthest of six, from product-market fit to scaled operations, that lasts until the end, and "
        "when it was first reached.";
    if (turns_away(found)) text += " Taken on: share of those who want to join.";
    text += " Wait: from being won to being served, the decision included.";
    if (plan.tail)
        text += fmt::format(
            " In time: share served within {}, if waits spread exponentially about their mean.",
            waiting(plan.time, plan.tail->within));
    if (has_lists(found))
        text +=
            " Longest wait: at any time until then. Waiting: on the list. Give up: share of those who ask that "
            "leaves the list unserved.";
    text += fmt::format(
        " Served: share of the {0} there is capacity for. Leave: share of the {0} lost in a {1}.",
        word, plan.time.unit);
    if (runs_under(found, "eroding_standard"))
        text += fmt::format(" Quality: the time that a {} gets, in percent of that at the start.",
                            customer_word(plan));
    if (runs_under(found, "capability"))
        text += " Capability: what an hour of work achieves, in percent of that at the start.";
    if (plan.promise) text += fmt::format(" Promise: {}.", on_date(plan.time, plan.promise->by));
    if (reports_defects(found)) text += " Done right: work that need not be done again.";
    return text;
}

} // namespace program
