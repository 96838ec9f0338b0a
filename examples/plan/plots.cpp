#include "plots.hpp"

#include <algorithm>
#include <cmath>

#include "numbers.hpp"
#include "phrases.hpp"

namespace plan {

namespace {

constexpr double most_decades = 12;

std::string comma_name(const outcome& one)
{
    auto text = one.name;
    text.replace(text.find('/'), 1, ", ");
    return text;
}

std::vector<point> points_of(const outcome& one, double moment::* number)
{
    std::vector<point> points;
    for (const auto& at : one.curve) points.push_back({at.time, at.*number});
    return points;
}

std::vector<point> dots_of(const std::vector<record>& records, const time_scale& time)
{
    std::vector<point> points;
    for (const auto& one : records) points.push_back({time.of_record(one.time), one.value});
    return points;
}

double highest(const std::vector<point>& points)
{
    double most = 0;
    for (const auto& one : points) most = std::max(most, one.y);
    return most;
}

/// The ends of a logarithmic axis: powers of ten, or where it is short, 2 or 5 times one.
double round_up(double value, bool powers)
{
    const double power = std::pow(10, std::floor(std::log10(value)));
    for (const double factor : {1.0, 2.0, 5.0})
        if (factor * power >= value * (1 - 1e-9) && (factor == 1.0 || !powers))
            return factor * power;
    return 10 * power;
}

double round_down(double value, bool powers)
{
    const double power = std::pow(10, std::floor(std::log10(value) + 1e-9));
    for (const double factor : {5.0, 2.0})
        if (factor * power <= value * (1 + 1e-9) && !powers) return factor * power;
    return power;
}

plot empty_plot(const study& found, const std::string& title, const std::string& y_label)
{
    const auto& time = found.plan.time;
    return {.title       = title,
            .x_label     = time.start ? "year" : time.unit + "s from now",
            .y_label     = y_label,
            .time        = time,
            .logarithmic = false,
            .bottom      = 0,
            .top         = 1,
            .curves      = {}};
}

plot all_six(const study& found, const std::string& title, double moment::* number,
             const std::string& unit, const std::vector<record>* records)
{
    auto shown = empty_plot(found, title, unit);
    for (const auto& one : found.outcomes)
        shown.curves.push_back({.label  = comma_name(one),
                                .colour = style_of(one).colour,
                                .dashed = style_of(one).dashed,
                                .strong = one.which == found.plan.now_is,
                                .points = points_of(one, number)});
    if (records != nullptr) shown.dots = dots_of(*records, found.plan.time);
    return shown;
}

/// The axis ends at the largest value, or where one composition dwarfs the organisation as it is,
/// at five times the latter's.
std::string scale_linearly(plot& shown, const study& found)
{
    constexpr double dwarfs = 20, kept = 5;
    double           most = highest(shown.dots);
    double           own  = most;
    for (std::size_t i = 0; i < shown.curves.size(); ++i) {
        most = std::max(most, highest(shown.curves[i].points));
        if (found.outcomes[i].which == found.plan.now_is)
            own = std::max(own, highest(shown.curves[i].points));
    }
    const bool   cut = own > 0 && most > dwarfs * own;
    const double end = cut ? kept * own : most;
    shown.top        = end > 0 ? linear_ticks(end, 6).back().at : 1;
    return cut ? "The largest run off the top (\xe2\x86\x91); the next plot has all of them." : "";
}

std::string scale_by_powers(plot& shown)
{
    shown.logarithmic = true;
    double most = highest(shown.dots), least = 0;
    for (const auto& one : shown.curves) most = std::max(most, highest(one.points));
    const auto take = [&](double value) {
        if (value > 0) least = least > 0 ? std::min(least, value) : value;
    };
    bool dropped = false;
    for (const auto& one : shown.curves) {
        // From nobody a curve comes from below any axis: what counts is where it soon is.
        const bool from_nothing = !(one.points.front().y > 0);
        dropped                 = dropped || from_nothing;
        for (std::size_t i = from_nothing ? one.points.size() / 50 : 0; i < one.points.size(); ++i)
            take(one.points[i].y);
    }
    for (const auto& one : shown.dots) take(one.y);
    if (!(most > 0)) {
        shown.bottom = 0.1;
        shown.top    = 1;
        return "";
    }
    least             = std::max(least, most * std::pow(10, -most_decades));
    const bool powers = most / least > 300;
    shown.top         = round_up(most, powers);
    shown.bottom      = round_down(least / 1.2, powers); // no curve lies on the axis
    if (shown.top / shown.bottom < 10) shown.bottom = shown.top / 10;
    return dropped ? "Zero has no place on this axis, so curves that start there enter from below."
                   : "";
}

} // namespace

style style_of(const outcome& one)
{
    static constexpr const char* colours[] = {"#0072B2", "#C65300", "#007A5A"};
    return {colours[one.which / 2], one.which % 2 == 1};
}

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
    const auto* records = plan.record ? &*plan.record : nullptr;
    const auto  add     = [&](std::string title, double moment::* number, const std::string& unit,
                         const std::vector<record>* series, bool by_powers) {
        figure one{all_six(found, title, number, unit, series), "", true};
        if (series != nullptr && !series->empty()) one.note = "Dots: what was recorded. ";
        one.note += by_powers ? scale_by_powers(one.shown) : scale_linearly(one.shown, found);
        return one;
    };
    const auto* customers = records != nullptr ? &records->customers : nullptr;
    const auto* people    = records != nullptr ? &records->people : nullptr;
    return {
        add("Customers on a linear axis", &moment::customers, plan.customers_are, customers, false),
        add("Customers on a logarithmic axis, where exponential growth is a straight line",
            &moment::customers, plan.customers_are, customers, true),
        add("People on a logarithmic axis", &moment::people, plan.people_are, people, true)};
}

figure limits_over_time(const study& found, const outcome& one)
{
    const auto& plan = found.plan;
    figure whole{empty_plot(found, capital(long_name(one)) + ": customers, and what binds when",
                            plan.customers_are),
                 "", false};
    auto&  shown = whole.shown;
    shown.curves.push_back({.label  = comma_name(one),
                            .colour = style_of(one).colour,
                            .dashed = style_of(one).dashed,
                            .strong = true,
                            .points = points_of(one, &moment::customers)});
    if (plan.record && one.which == plan.now_is)
        shown.dots = dots_of(plan.record->customers, plan.time);
    if (!shown.dots.empty()) whole.note = "Dots: what was recorded.";
    const double most = std::max(highest(shown.curves.front().points), highest(shown.dots));
    shown.top         = most > 0 ? linear_ticks(most, 6).back().at : 1;
    for (const auto& stretch : one.bands)
        shown.bands.push_back(
            {stretch.from, stretch.to, colour_of(stretch.limit),
             binding(stretch.limit, stretch.limit == one.binds ? one.cause : std::nullopt)});
    if (one.wall)
        shown.marks.push_back(
            {one.wall->at.time,
             "wall: " + (one.wall->at.time > 0 ? date(plan.time, one.wall->at.time)
                                               : std::string{"from the start"})});
    return whole;
}

} // namespace plan
