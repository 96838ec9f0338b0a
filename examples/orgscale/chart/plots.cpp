#include "chart/plots.hpp"

#include <algorithm>

#include "chart/plot_parts.hpp"
#include "chart/plot_scales.hpp"
#include "format/dates.hpp"
#include "format/phrases.hpp"
#include "scenario/names.hpp"
#include "study/names.hpp"

namespace program {

namespace {

plot all_six(const study& found, const std::string& title, double moment::* number,
             const std::string& unit)
{
    auto shown = empty_plot(found.plan, title, unit);
    for (const auto& one : found.outcomes)
        shown.curves.push_back({.label      = comma_name(one),
                                .drawn_with = pen_of(one, found.plan),
                                .points     = points_of(one, number)});
    return shown;
}

} // namespace

const char* colour_of(orgscale::growth_limit limit)
{
    switch (limit) {
    case orgscale::growth_limit::sell: return "#deebf7";
    case orgscale::growth_limit::decide: return "#fbd9bd";
    case orgscale::growth_limit::serve: return "#e3dcef";
    case orgscale::growth_limit::recruit:
    case orgscale::growth_limit::need: break;
    }
    return "#eeeeee";
}

std::vector<figure> comparisons(const study& found)
{
    const auto& plan    = found.plan;
    const auto  records = plan.record.value_or(recorded{});
    const auto  word    = capital(customers_word(plan));
    const auto add = [&](const std::string& title, double moment::* number, const std::string& unit,
                         const std::vector<record>& series, bool by_powers) {
        figure one{all_six(found, title, number, unit), ""};
        one.shown.dots = points_of(series, plan.time);
        if (!series.empty()) one.note = "Dots: what was recorded. ";
        if (by_powers) {
            if (scale_by_powers(one.shown))
                one.note += "Zero has no place on this axis, so curves that start there enter from "
                            "below.";
        } else if (scale_linearly(one.shown)) {
            one.note += "The largest run off the top (\xe2\x86\x91); the next plot has all of them.";
        }
        return one;
    };
    return {add(word + " on a linear axis", &moment::customers, plan.customers_are,
                records.customers, false),
            add(word + " on a logarithmic axis, where exponential growth is a straight line",
                &moment::customers, plan.customers_are, records.customers, true),
            add("People on a logarithmic axis", &moment::people, plan.people_are, records.people,
                true)};
}

figure limits_over_time(const study& found, const outcome& one)
{
    const auto& plan = found.plan;
    figure      whole{
        empty_plot(plan,
                        capital(long_name(one)) + ": " + customers_word(plan) + ", and what binds when",
                        plan.customers_are),
        ""};
    auto& shown = whole.shown;
    auto  drawn = pen_of(one, plan);
    drawn.width = 3.2;
    shown.curves.push_back({comma_name(one), drawn, points_of(one, &moment::customers)});
    if (plan.record && one.which == plan.now_is)
        shown.dots = points_of(plan.record->customers, plan.time);
    if (!shown.dots.empty()) whole.note = "Dots: what was recorded.";
    scale_linearly(shown);
    for (const auto& stretch : one.bands)
        shown.bands.push_back(
            {stretch.from, stretch.to, colour_of(stretch.limit),
             binding(stretch.limit, stretch.limit == one.binds ? one.cause : std::nullopt)});
    if (one.wall)
        shown.marks.push_back({one.wall->at.time,
                               "wall: " + (one.wall->at.time > 0 ? date(plan.time, one.wall->at.time)
                                                                 : std::string{"from the start"})});
    return whole;
}

} // namespace program
