#include "text/figures.hpp"

#include <fmt/core.h>

#include "format/dates.hpp"
#include "format/numbers.hpp"
#include "format/phrases.hpp"
#include "scenario/composition_names.hpp"
#include "scenario/names.hpp"
#include "study/names.hpp"
#include "text/figure_rows.hpp"
#include "text/figures_of_service.hpp"
#include "text/words_on_cost.hpp"

namespace program {

namespace {

std::string titled(const std::string& what, const std::string& unit)
{
    return capital(unit).starts_with(what) ? capital(unit) : fmt::format("{} [{}]", what, unit);
}

figure_table sizes(const study& found, const std::string& title, double moment::* number)
{
    const auto&  time = found.plan.time;
    figure_table table{title, {"", "now"}, {false, true}, {}};
    for (const double mark : found.marks) {
        table.heads.push_back(column_head(time, mark));
        table.numeric.push_back(true);
    }
    for_each_row(found, [&](const std::string& name, const outcome& one) {
        std::vector<std::string> row{name, brief_count(one.start().*number)};
        for (std::size_t i = 0; i < found.marks.size(); ++i)
            row.push_back(i < one.marks.size() ? brief_count(one.marks[i].*number) : "-");
        table.rows.push_back(row);
    });
    return table;
}

figure_table limits(const study& found)
{
    const auto&  time = found.plan.time;
    figure_table table{"What limits growth",
                       {"", "wall", "limit at the end", "kind of growth"},
                       {false, false, false, false},
                       {}};
    for_each_row(found, [&](const std::string& name, const outcome& one) {
        table.rows.push_back({name, wall_in_short(one, time),
                              one.complete ? binding(one.binds, one.cause) : "-",
                              one.complete ? kind_in_short(one, time) : "-"});
    });
    return table;
}

std::string miss(const std::optional<misfit>& one)
{
    const auto digits = [](double share) {
        return share < 10 ? fixed(100 * share, 1) : std::string{"> 999"};
    };
    return one ? fmt::format("{} / {}", digits(one->worst), digits(one->mean)) : "-";
}

/// Whether the money of any runs out.
bool any_insolvent(const study& found)
{
    bool any = false;
    for_each_row(found, [&](const std::string&, const outcome& one) {
        any = any || one.insolvent() != nullptr;
    });
    return any;
}

figure_table efforts(const study& found)
{
    figure_table table{"People, money and fit " + at_horizon(found.plan),
                       {"", customers_word(found.plan) + " per person"},
                       {false, true},
                       {}};
    const bool   people    = found.plan.record && !found.plan.record->people.empty();
    const bool   customers = found.plan.record && !found.plan.record->customers.empty();
    const auto   add       = [&](const std::string& head) {
        table.heads.push_back(head);
        table.numeric.push_back(true);
    };
    const auto cost = cost_unit_of(found);
    if (cost) add(cost->name);
    bool funds = false, learn = false;
    for_each_row(found, [&](const std::string&, const outcome& one) {
        funds = funds || one.funds;
        learn = learn || one.learns();
    });
    if (learn) add("still learning");
    if (funds) add(currency_of(found.plan) + " at hand");
    if (funds) add("least at any time");
    const bool gone = any_insolvent(found);
    if (gone) add("no money from");
    if (gone) add(fmt::format("not covered then, a {}", found.plan.time.unit));
    if (people) add(people_word(found.plan) + ", error %");
    if (customers) add(customers_word(found.plan) + ", error %");

    for_each_row(found, [&](const std::string& name, const outcome& one) {
        const auto&              end = one.end();
        std::vector<std::string> row{
            name, end.people > 0 && one.complete ? brief(end.customers / end.people) : "-"};
        if (cost)
            row.push_back(one.cost_per_customer && one.complete
                              ? brief(cost->customers * *one.cost_per_customer)
                              : "-");
        if (learn)
            row.push_back(one.complete && one.learns() ? brief_count(one.end().rookies) : "-");
        if (funds) {
            row.push_back(one.complete && one.funds ? brief(one.funds->cash) : "-");
            row.push_back(one.complete && one.funds ? brief(one.funds->least) : "-");
        }
        if (gone) {
            const auto* ended = one.insolvent();
            row.push_back(ended != nullptr ? since(found.plan.time, ended->time) : "-");
            row.push_back(ended != nullptr ? brief(ended->uncovered) : "-");
        }
        if (people) row.push_back(one.complete ? miss(one.people_misfit) : "-");
        if (customers) row.push_back(one.complete ? miss(one.customers_misfit) : "-");
        table.rows.push_back(row);
    });

    const auto curve = [&](const std::string&             name,
                           std::optional<reference_curve> yardstick::* kind) {
        std::vector<std::string> row{name, ""};
        if (cost) row.push_back("");
        if (learn) row.push_back("");
        if (funds) row.insert(row.end(), 2, "");
        if (gone) row.insert(row.end(), 2, "");
        for (const auto& [shown, series] :
             {std::pair{people, &found.people}, std::pair{customers, &found.customers}})
            if (shown)
                row.push_back((series->*kind) ? fixed(100 * (series->*kind)->worst, 1) : "-");
        table.rows.push_back(row);
    };
    if (found.plan.record) {
        curve("the best straight line", &yardstick::line);
        curve("the best exponential", &yardstick::exponential);
    }
    return table;
}

/// "month 22.9", "month 31 (late)", "never".
std::string target_in_short(const scenario& plan, const outcome& one)
{
    if (!one.target || !one.target->all) return "never";
    return since(plan.time, *one.target->all) + (*one.target->all > plan.aim->by ? " (late)" : "");
}

} // namespace

std::vector<figure_table> figures_of(const study& found)
{
    return {sizes(found, titled("People", found.plan.people_are), &moment::people),
            sizes(found, titled(capital(customers_word(found.plan)), found.plan.customers_are),
                  &moment::customers),
            limits(found), figures_of_service(found), efforts(found)};
}

figure_table verdict_of(const study& found)
{
    const auto&  plan = found.plan;
    const auto&  time = plan.time;
    const auto   word = customers_word(plan);
    figure_table table{"The six compared, " + at_horizon(plan),
                       {"", word, people_word(plan), "wall", "limit at the end"},
                       {false, true, true, false, false},
                       {}};
    table.dispensable = {false, false, false, false, true}; // the details have it
    const bool aims   = plan.aim.has_value();
    if (aims) {
        table.heads.emplace_back("target");
        table.numeric.push_back(true);
    }
    const bool gone = any_insolvent(found);
    if (gone) {
        table.heads.emplace_back("no money from");
        table.numeric.push_back(true);
    }
    for (const auto& one : found.outcomes) {
        const auto& end   = one.end();
        const auto  shown = [&](const std::string& text) {
            return one.complete ? text : std::string{"-"};
        };
        table.rows.push_back({row_name(one.name, one.which == plan.now_is),
                              shown(brief_count(end.customers)), shown(brief_count(end.people)),
                              wall_in_short(one, time), shown(binding(one.binds, one.cause))});
        if (aims) table.rows.back().push_back(target_in_short(found.plan, one));
        if (!gone) continue;
        const auto* ends = one.insolvent();
        table.rows.back().push_back(ends != nullptr ? since(time, ends->time) : "-");
    }
    return table;
}

std::string legend_of_verdict(const study& found)
{
    const auto& plan = found.plan;
    return fmt::format(
        "* the organisation {}; k thousand, M million, B billion{}. Wall: from then until the "
        "end the organisation itself limits its growth, not the {} it could win.{}{}",
        as_it_is(plan),
        customers_word(plan) == customers_in(plan)
            ? ""
            : fmt::format("; customers in {}", plan.customers_are),
        customers_word(plan),
        any_insolvent(found)
            ? " No money from: then the cash is gone, and income doesn't cover what is paid."
            : "",
        plan.aim ? fmt::format(" Target: from when there are {}; asked for by {}.",
                               target_in_words(plan), date(plan.time, plan.aim->by))
                 : "");
}

std::string legend_of(const study& found)
{
    auto text  = legend_of_verdict(found) + " " + legend_of_service(found);
    bool learn = false;
    for_each_row(found, [&](const std::string&, const outcome& one) { learn |= one.learns(); });
    if (learn)
        text += fmt::format(" Still learning: newcomers among the {}.", people_word(found.plan));
    if (found.plan.record)
        text +=
            " Error: the largest and the mean difference from the recorded figures, in percent of them.";
    return text;
}

std::string situation_of(const study& found)
{
    const auto& plan = found.plan;
    const auto  run  = run_in_words(plan.run_by);
    const auto  what = found.none()     ? std::string{"an organisation to be designed"}
                       : plan.stated_as ? long_name(composition_names[plan.now_is])
                                        : fmt::format("designed for its promise: {}",
                                                      long_name(composition_names[plan.now_is]));
    return fmt::format("Now{}: {} and {}; {}{}. Six ways to grow, compared {}.",
                       plan.time.start ? fmt::format(" ({})", date(plan.time, 0)) : "",
                       amount(plan.now.people, plan.people_are),
                       amount(plan.now.customers, plan.customers_are), what,
                       run.empty() ? "" : ", " + run,
                       plan.time.start ? fmt::format("until {}", date(plan.time, plan.time.horizon))
                                       : fmt::format("over {} {}s", plain_digits(plan.time.horizon),
                                                     plan.time.unit));
}

} // namespace program
