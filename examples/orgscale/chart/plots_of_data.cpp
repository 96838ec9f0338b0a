#include "chart/plots_of_data.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <string>

#include <fmt/core.h>

#include "chart/axis.hpp"
#include "chart/coinciding.hpp"
#include "chart/colours.hpp"
#include "chart/plot_over_time.hpp"
#include "chart/plot_parts.hpp"
#include "chart/plot_scales.hpp"
#include "chart/thinned.hpp"
#include "format/numbers.hpp"
#include "format/phrases.hpp"

namespace program {

namespace {

/// Colours and dashes of the laws, the most probable first: distinct in black and white too.
constexpr std::array<const char*, 5> colours_of_laws{"linear", "parallel", "network", "question-1",
                                                     "question-3"};
constexpr std::array<const char*, 5> dashes_of_laws{"", dashes, dotted, dashes_dots, dashes_two};

/// A law below this is not drawn.
constexpr double worth_drawing = 0.01;

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

/// What to say of a curve that is drawn although it is improbable.
std::string on_improbable(const series_growth& growth)
{
    const auto& likeliest = growth.laws.front();
    if (likeliest.probability < worth_drawing)
        return "No law has a probability of 1 percent; the curve is that of the likeliest.";
    return fmt::format(
        "What is likeliest, {}, has no curve of its own; the one drawn is that of the best law, which has "
        "a probability below 1 percent.",
        law_in_words(likeliest.name));
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
            {law_in_words(law.name) +
                 (none_likely ? ", < 1 %" : ", " + fixed(100 * law.probability, 0) + " %"),
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
                    ? on_improbable(growth)
                    : std::string{
                          "Curves: laws with a probability of 1 percent or more; the boldest is "
                          "the most probable."});
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
                                            : axis_unit(found.size_unit);
    shown.y_label = found.output_unit.empty() ? readable(found.output_name)
                                              : axis_unit(found.output_unit);
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
        "Dots: pairs of figures. Where the line is steeper than the dashed one, output rises faster than size.");
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

} // namespace program
