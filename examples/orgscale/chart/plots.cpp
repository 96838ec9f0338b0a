#include "chart/plots.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>

#include <fmt/core.h>

#include <orgscale/design/promise_part.hpp>

#include "chart/coinciding.hpp"
#include "chart/colours.hpp"
#include "chart/plot_parts.hpp"
#include "chart/plot_scales.hpp"
#include "format/dates.hpp"
#include "format/phrases.hpp"
#include "scenario/names.hpp"
#include "study/names.hpp"

namespace program {

namespace {

/// The scale, and what the note must say of it.
void finish(figure& one, bool by_powers)
{
    if (by_powers) {
        const bool dropped = scale_by_powers(one.shown);
        one.shown.title += ", on a logarithmic axis: exponential growth is a straight line";
        if (dropped)
            one.add("Zero has no place on this axis: curves that start there enter from below.");
    } else if (scale_linearly(one.shown)) {
        one.add("The largest leave the plot at the top (\xe2\x86\x91).");
    }
    one.add(part_coinciding(one.shown));
}

plot all_six(const study& found, const std::string& title, double moment::* number,
             const std::string& unit)
{
    auto shown = empty_plot(found.plan, title, capital(unit) == title ? "" : unit);
    for (const auto& one : found.outcomes)
        shown.curves.push_back({.label      = comma_name(one),
                                .drawn_with = pen_of(one, found.plan),
                                .points     = points_of(one, number)});
    return shown;
}

/// Whether a linear axis would press curves that matter to its foot.
bool presses_curves(const plot& shown)
{
    double      most = 0, own = 0;
    std::size_t pressed = 0;
    for (const auto& one : shown.curves) {
        most = std::max(most, highest(one.points));
        if (one.strong()) own = std::max(own, highest(one.points));
    }
    for (const auto& one : shown.curves)
        if (dwarfs * highest(one.points) < most) ++pressed;
    return (own > 0 && most > dwarfs * own) || 2 * pressed > shown.curves.size();
}

figure customers_of_all(const study& found, bool by_powers)
{
    const auto& plan = found.plan;
    const auto  word = capital(customers_word(plan));
    figure      one{all_six(found, word, &moment::customers, plan.customers_are), ""};
    if (plan.record) add_records(one, plan.record->customers, plan.time);
    finish(one, by_powers);
    return one;
}

bool first_by_powers(const study& found)
{
    return presses_curves(all_six(found, "", &moment::customers, ""));
}

void mark_wall(plot& shown, const outcome& one)
{
    if (one.wall)
        shown.marks.push_back(
            {one.wall->at.time,
             "wall: " + (one.wall->at.time > 0 ? date(shown.time, one.wall->at.time)
                                               : std::string{"from the start"})});
}

void mark_end_of_money(plot& shown, const outcome& one)
{
    if (const auto* gone = one.insolvent())
        shown.marks.push_back({gone->time, "no money from " + since(shown.time, gone->time)});
}

void mark_target(plot& shown, const scenario& plan)
{
    if (!plan.aim) return;
    const auto& wanted = plan.aim->customers; // what the plot shows
    shown.marks.push_back(
        {plan.aim->by,
         wanted ? "target: " + amount_alone(*wanted, customers_in(plan)) : std::string{"target"}});
}

void mark_promise(plot& shown, const scenario& plan)
{
    if (!plan.promise) return;
    const auto& promise = *plan.promise;
    shown.marks.push_back(
        {promise.by, "promised" + (promise.asks(orgscale::promise_part::customers)
                                       ? ": " + amount_alone(promise.customers, customers_in(plan))
                                       : std::string{})});
}

} // namespace

std::string colour_of(orgscale::growth_limit limit)
{
    switch (limit) {
    case orgscale::growth_limit::sell: return colour("sell");
    case orgscale::growth_limit::decide: return colour("decide");
    case orgscale::growth_limit::serve: return colour("serve");
    case orgscale::growth_limit::recruit:
    case orgscale::growth_limit::need: break;
    }
    return colour("other");
}

std::string legend_of(orgscale::growth_limit limit)
{
    return "limited by " + binding(limit, std::nullopt);
}

figure first_plot(const study& found)
{
    auto one = customers_of_all(found, first_by_powers(found));
    mark_wall(one.shown, found.now());
    mark_end_of_money(one.shown, found.now());
    mark_promise(one.shown, found.plan);
    mark_target(one.shown, found.plan);
    return one;
}

namespace {

/// add(outcome, label, pen) for the six and for the questions.
template <class Add>
void for_each_drawn(const study& found, const Add& add)
{
    const auto& plan = found.plan;
    for (const auto& run : found.outcomes) add(run, comma_name(run), pen_of(run, plan));
    for (std::size_t i = 0; i < std::min(max_questions, found.what_ifs.size()); ++i)
        add(found.what_ifs[i], plan.what_ifs[i].title, pen_of_question(i));
}

} // namespace

std::optional<figure> standards_over_time(const study& found)
{
    const auto& plan = found.plan;
    figure      one{empty_plot(plan, "", "percent of that at the start"), ""};
    bool        erodes = false, capability = false;
    for_each_drawn(found, [&](const outcome& run, const std::string& label, const pen& drawn_with) {
        if (!run.erodes() && !run.has_capability()) return;
        erodes |= run.erodes(), capability |= run.has_capability();
        auto points = points_of(run, run.erodes() ? &moment::quality : &moment::capability);
        for (auto& at : points) at.y *= 100;
        one.shown.curves.push_back({label, drawn_with, points});
    });
    if (one.shown.curves.empty()) return std::nullopt;
    one.shown.title = !capability
                          ? fmt::format("Quality: the time that a {} gets", customer_word(plan))
                      : !erodes ? std::string{"Capability: what an hour of work achieves"}
                                : std::string{"Quality and capability"};
    finish(one, false);
    return one;
}

std::optional<figure> waits_over_time(const study& found)
{
    const auto& plan = found.plan;
    figure one{empty_plot(plan, "Wait, from being won to being served", plan.time.unit + "s"), ""};
    for_each_drawn(found, [&](const outcome& run, const std::string& label, const pen& drawn_with) {
        if (!run.list) return;
        auto points = points_of(run, &moment::wait);
        std::erase_if(points, [](const point& at) { return !std::isfinite(at.y); });
        if (!points.empty()) one.shown.curves.push_back({label, drawn_with, points});
    });
    if (one.shown.curves.empty()) return std::nullopt;
    finish(one, presses_curves(one.shown));
    if (found.now().list)
        one.add(
            fmt::format("Where nothing is short, the organisation {} has a wait of {} at the end.",
                        as_it_is(plan), waiting(plan.time, found.now().experience.least_wait)));
    if (found.now().wall) mark_wall(one.shown, found.now());
    return one;
}

std::vector<figure> comparisons(const study& found)
{
    const auto& plan = found.plan;
    figure      people{all_six(found, "People", &moment::people, plan.people_are), ""};
    if (plan.record) add_records(people, plan.record->people, plan.time);
    finish(people, presses_curves(people.shown));
    return {customers_of_all(found, !first_by_powers(found)), people};
}

figure limits_over_time(const study& found, const outcome& one)
{
    const auto& plan = found.plan;
    figure      whole{
        empty_plot(plan,
                        capital(long_name(one)) + ": " + customers_word(plan) + ", and what limits them",
                        plan.customers_are),
        ""};
    auto& shown = whole.shown;
    auto  drawn = pen_of(one, plan);
    drawn.width = 3.2;
    shown.curves.push_back({comma_name(one), drawn, points_of(one, &moment::customers)});
    if (plan.record && one.which == plan.now_is)
        add_records(whole, plan.record->customers, plan.time);
    scale_linearly(shown);
    for (const auto& stretch : one.bands)
        shown.bands.push_back(
            {stretch.from, stretch.to, colour_of(stretch.limit),
             binding(stretch.limit, stretch.limit == one.binds ? one.cause : std::nullopt),
             legend_of(stretch.limit)});
    mark_wall(shown, one);
    return whole;
}

} // namespace program
