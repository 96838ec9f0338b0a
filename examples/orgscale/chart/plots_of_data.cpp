#include "chart/plots_of_data.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <string>

#include <fmt/core.h>

#include "chart/axis.hpp"
#include "chart/coinciding.hpp"
#include "chart/colours.hpp"
#include "chart/plot_parts.hpp"
#include "chart/plot_scales.hpp"
#include "chart/thinned.hpp"
#include "format/numbers.hpp"
#include "format/phrases.hpp"

namespace program {

namespace {

/// Colours and dashes of the laws, the most probable first: also to be told apart in black and white.
constexpr std::array<const char*, 5> colours_of_laws{"linear", "parallel", "network", "question-1",
                                                     "question-3"};
constexpr std::array<const char*, 5> dashes_of_laws{"", dashes, dotted, dashes_dots, dashes_two};

/// A law below this is not drawn.
constexpr double worth_drawing = 0.01;

std::vector<point> points_from(const std::vector<place_of_value>& all, double origin)
{
    std::vector<point> points;
    for (const auto& one : all)
        if (std::isfinite(one.value)) points.push_back({one.at - origin, one.value});
    return points;
}

/// A plot over the time of the figures and as far as the forecast reaches.
plot over_time_of(const identified& found, const std::string& title)
{
    const double begin = found.over_time.front().at;
    double       end   = found.over_time.back().at;
    if (found.growth)
        for (const auto& one : found.growth->forecast) end = std::max(end, one.at);
    plot shown{};
    shown.title   = title;
    shown.x_label = found.calendar ? "year" : readable(found.time_name);
    shown.y_label = found.output_unit.empty() ? readable(found.output_name)
                                              : short_unit(found.output_unit);
    shown.time    = {"year", begin, end > begin ? end - begin : 1};
    shown.top     = 1;
    return shown;
}

/// What lies between the bands' ends; an end that is infinite is drawn at the largest finite one.
drawn_area area_of_bands(const std::vector<value_with_band>& all, double origin,
                         const std::string& label, const std::string& from_colour)
{
    double top = 0;
    for (const auto& one : all)
        for (const double value : {one.value, one.high})
            if (std::isfinite(value)) top = std::max(top, value);
    drawn_area area{label, from_colour, 0.2, {}, {}};
    for (const auto& one : all) {
        area.lower.push_back({one.at - origin, std::isfinite(one.low) ? one.low : 0});
        area.upper.push_back({one.at - origin, std::isfinite(one.high) ? one.high : 10 * top});
    }
    return area;
}

/// Ticks at round values of a signed or an offset axis.
std::vector<drawn_mark> ticks_between(double from, double to, int about,
                                      const std::string& unit = "")
{
    std::vector<drawn_mark> ticks;
    for (const double at : round_steps(from, to, about))
        ticks.push_back(
            {at, (std::abs(at) >= 1000 ? brief(at) : fmt::format("{:.4g}", at + 0.0)) + unit});
    return ticks;
}

figure growth_plot(const identified& found)
{
    const auto&  growth = *found.growth;
    figure       one{over_time_of(found, capital(readable(found.output_name)) + " over time"), ""};
    auto&        shown = one.shown;
    const double begin = found.over_time.front().at;
    double       most  = 0;
    for (const auto& figure : found.over_time) most = std::max(most, figure.value);
    if (!growth.forecast.empty())
        shown.areas = {
            area_of_bands(growth.forecast, begin, "95 percent of forecasts", colour("quiet"))};
    const bool none_likely =
        std::none_of(growth.laws.begin(), growth.laws.end(), [](const law_found& law) {
            return law.probability >= worth_drawing && !law.curve.empty();
        });
    for (const auto& law : growth.laws) {
        const auto which = shown.curves.size();
        if (law.curve.empty() || which == colours_of_laws.size()) continue;
        if (law.probability < worth_drawing && !(none_likely && which == 0)) continue;
        shown.curves.push_back(
            {law.name + (none_likely ? ", < 1 %" : ", " + fixed(100 * law.probability, 0) + " %"),
             {colour(colours_of_laws[which]), dashes_of_laws[which], which == 0 ? 3.2 : 1.9},
             points_from(law.curve, begin)});
    }
    shown.dots = thinned(points_from(found.over_time, begin));
    for (const auto& change : growth.changes)
        if (change.value) shown.marks.push_back({*change.value - begin, "change"});
    double top = most; // forecasts and improbable curves may go far beyond
    for (const auto& forecast : growth.forecast)
        top = std::max(top, std::min(forecast.value, 3 * most));
    for (const auto& curve : shown.curves)
        top = std::max(top, std::min(highest(curve.points), 1.5 * most));
    shown.top = linear_ticks(top, 6).back().at;
    one.add("Dots: figures of the file.");
    if (!shown.curves.empty())
        one.add(none_likely
                    ? "No law has a probability of 1 percent; the curve is the likeliest one's."
                    : "Curves: laws with a probability of 1 percent or more; the boldest is "
                      "the most probable.");
    one.add(part_coinciding(shown));
    return one;
}

figure scaling_plot(const identified& found)
{
    const auto& scaling = *found.scaling;
    figure      one{{}, ""};
    auto&       shown = one.shown;
    shown.title = capital(readable(found.output_name)) + " against " + readable(found.size_name) +
                  ", both axes logarithmic";
    shown.x_label = found.size_unit.empty() ? readable(found.size_name)
                                            : short_unit(found.size_unit);
    shown.y_label = found.output_unit.empty() ? readable(found.output_name)
                                              : short_unit(found.output_unit);
    double least = found.over_size.front().size, most = least;
    for (const auto& figure : found.over_size)
        least = std::min(least, figure.size), most = std::max(most, figure.size);
    const auto place = [&](double size) { return std::log(size / least); };
    shown.time       = {"year", std::nullopt, std::max(place(most), 1e-9)};
    for (const auto& tick : log_ticks(least, most, 5))
        shown.x_ticks.push_back({place(tick.at), tick.label});
    if (!scaling.line.empty()) {
        drawn_area  area{"95 percent", colour("linear"), 0.2, {}, {}};
        drawn_curve line{"exponent " + (scaling.exponent.value ? fixed(*scaling.exponent.value, 2)
                                                               : std::string{"unknown"}),
                         {colour("linear"), "", 3.2},
                         {}};
        for (const auto& at : scaling.line) {
            line.points.push_back({place(at.at), at.value});
            if (!std::isfinite(at.low) || !std::isfinite(at.high)) continue;
            area.lower.push_back({place(at.at), at.low});
            area.upper.push_back({place(at.at), at.high});
        }
        drawn_curve proportional{"in proportion", {colour("quiet"), dashes, 1.6}, {}};
        const auto  middle = scaling.line[scaling.line.size() / 2];
        for (const auto& at : scaling.line)
            proportional.points.push_back({place(at.at), middle.value * at.at / middle.at});
        if (!area.lower.empty()) shown.areas = {area};
        shown.curves = {line, proportional};
    }
    std::vector<point> dots;
    for (const auto& figure : found.over_size) dots.push_back({place(figure.size), figure.output});
    shown.dots = std::move(dots);
    scale_by_powers(shown);
    one.add(
        "Dots: pairs of figures. A steeper line than the dashed one is output that rises faster than size.");
    return one;
}

} // namespace

figure plot_of_answer(const identified& found)
{
    return found.scaling ? scaling_plot(found) : growth_plot(found);
}

std::optional<figure> plot_of_growth(const identified& found)
{
    if (!found.scaling || !found.growth || found.growth->laws.empty()) return std::nullopt;
    return growth_plot(found);
}

std::optional<figure> plot_of_residuals(const identified& found)
{
    if (!found.growth || found.growth->residuals.size() < 3) return std::nullopt;
    figure one{over_time_of(found, "What the most probable law leaves, in percent"), ""};
    auto&  shown       = one.shown;
    shown.y_label      = "percent";
    const double begin = found.over_time.front().at;
    shown.time.horizon = std::max(found.over_time.back().at - begin, 1e-9);
    double most        = 0;
    for (const auto& left : found.growth->residuals) {
        shown.dots.push_back({left.at - begin, 100 * left.value});
        most = std::max(most, std::abs(100 * left.value));
    }
    shown.dots    = thinned(shown.dots);
    shown.top     = most > 0 ? 1.1 * most : 1;
    shown.bottom  = -shown.top;
    shown.y_ticks = ticks_between(shown.bottom, shown.top, 6, " %");
    shown.curves  = {
        {"as the law says", {colour("linear"), "", 1.9}, {{0, 0}, {shown.time.horizon, 0}}}};
    one.add("Dots in long runs on one side mean that the law misses something.");
    return one;
}

std::optional<figure> plot_of_ceiling(const identified& found)
{
    if (!found.growth || found.growth->ceiling_profile.size() < 3) return std::nullopt;
    const auto& profile = found.growth->ceiling_profile;
    const auto  limit   = found.growth->ceiling_limit;
    figure      one{{}, ""};
    auto&       shown  = one.shown;
    shown.title        = "How well each ceiling fits, by the likeliest law that has one";
    shown.x_label      = found.output_unit.empty() ? "ceiling"
                                                   : "ceiling, " + short_unit(found.output_unit);
    shown.y_label      = "distance from the best (t)";
    const double least = profile.front().at;
    shown.top          = std::max(4.0, 2 * limit);
    double most = 3 * least; // up to where the curve leaves the plot, or hardly moves any more
    for (const auto& at : profile)
        if (at.at <= 200 * least && at.value <= shown.top) most = std::max(most, 1.3 * at.at);
    const auto place = [&](double ceiling) { return std::log(ceiling / least); };
    shown.time       = {"year", std::nullopt, place(most)};
    for (const auto& tick : most > 10 * least ? log_ticks(least, most, 4) : std::vector<tick>{})
        shown.x_ticks.push_back({place(tick.at), tick.label});
    if (shown.x_ticks.empty())
        for (const auto& tick : ticks_between(least, most, 4))
            shown.x_ticks.push_back({place(tick.at), tick.label});
    drawn_curve curve{"best fit with this ceiling", {colour("linear"), "", 3.2}, {}};
    for (const auto& at : profile)
        if (at.at <= most) curve.points.push_back({place(at.at), at.value});
    shown.curves  = {curve,
                     {"below: within 95 percent",
                      {colour("quiet"), dashes, 1.6},
                      {{0, limit}, {shown.time.horizon, limit}}}};
    shown.y_ticks = ticks_between(0, shown.top, 5);
    one.add(
        "Where the curve stays below the dashed line to the right, these figures set no upper bound "
        "to the ceiling. Other laws, and what earlier figures said, may leave it open all the same.");
    return one;
}

std::optional<figure> plot_of_back_tests(const identified& found)
{
    if (!found.growth || found.growth->back_tests.empty()) return std::nullopt;
    figure       one{over_time_of(found, "Forecasts that earlier figures would have given"), ""};
    auto&        shown = one.shown;
    const double begin = found.over_time.front().at;
    shown.time.horizon = std::max(found.over_time.back().at - begin, 1e-9);
    double most        = 0;
    for (const auto& figure : found.over_time) most = std::max(most, figure.value);
    std::vector<point> dots = points_from(found.over_time, begin);
    for (const auto& test : found.growth->back_tests) {
        shown.ranges.push_back({test.about - begin, test.said.low, test.said.value, test.said.high,
                                colour("parallel")});
        if (std::isfinite(test.said.value))
            most = std::max(most, std::min(test.said.value, 3 * most));
    }
    shown.dots = thinned(dots);
    shown.top  = linear_ticks(1.2 * most, 6).back().at;
    one.add(
        "Dots: figures of the file. Upright lines: the 95 percent that figures up to an earlier time would have given for "
        "that time, with the median; they are cut off at the plot's edge.");
    return one;
}

} // namespace program
