#include "text/figures_of_service.hpp"

#include <cmath>

#include <fmt/core.h>

#include <orgscale/design/promise_part.hpp>

#include "format/dates.hpp"
#include "scenario/names.hpp"
#include "text/figure_rows.hpp"

namespace program {

namespace {

std::string share(double part)
{
    if (!std::isfinite(part)) return "-";
    return fmt::format("{:.{}f}%", 100 * part, part >= 0.9995 ? 0 : 1);
}

/// Whether any work has defects; without them the column would say 100% throughout.
bool reports_defects(const study& found)
{
    bool any = false;
    for_each_row(found, [&](const std::string&, const outcome& one) {
        any = any || one.experience.correct < 1;
    });
    return any;
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
    const auto&  plan = found.plan;
    figure_table table{fmt::format("What {} get {}", customers_word(plan), at_horizon(plan)),
                       {"", "stage", "first reached", "taken on", "wait", "served", "leave"},
                       {false, false, true, true, true, true, true},
                       {}};
    const bool   defects = reports_defects(found);
    if (defects) {
        table.heads.push_back("done right");
        table.numeric.push_back(true);
    }
    if (plan.promise) {
        table.last_wraps = true; // several parts may be broken
        table.heads.push_back("promise");
        table.numeric.push_back(false);
    }
    for_each_row(found, [&](const std::string& name, const outcome& one) {
        std::vector<std::string> row{name};
        const auto*              at = one.stage();
        row.push_back(!one.complete ? "-" : at != nullptr ? orgscale::name(at->stage) : "none yet");
        row.push_back(!one.complete || at == nullptr ? "-" : since(plan.time, at->time));
        const auto& gets = one.experience;
        row.push_back(one.complete ? share(one.taken_on) : "-");
        row.push_back(one.complete ? waiting(plan.time, gets.wait) : "-");
        row.push_back(one.complete ? share(gets.served) : "-");
        row.push_back(one.complete ? share(gets.churn) : "-");
        if (defects) row.push_back(one.complete ? share(gets.correct) : "-");
        if (plan.promise) row.push_back(one.promise ? keeping_in_short(*one.promise) : "-");
        table.rows.push_back(row);
    });
    return table;
}

std::string legend_of_service(const study& found)
{
    const auto& plan = found.plan;
    const auto  word = customers_word(plan);
    auto        text = fmt::format(
        "Stage: the furthest of six, from product-market fit to scaled operations, held at the end, and when it "
               "was first reached. Taken on: share of those who want to join. Wait: from being won to being served, the "
               "decision included. Served: share of the {} there is capacity for. Leave: share of the {} lost in a {}.",
        word, word, plan.time.unit);
    if (plan.promise) text += fmt::format(" Promise: {}.", on_date(plan.time, plan.promise->by));
    if (reports_defects(found)) text += " Done right: work that need not be done again.";
    return text;
}

} // namespace program
