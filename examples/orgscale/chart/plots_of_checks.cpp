#include "chart/plots_of_checks.hpp"

#include <algorithm>
#include <cmath>
#include <string>
#include <vector>

#include <fmt/core.h>

#include "chart/axis.hpp"
#include "chart/colours.hpp"
#include "chart/plot_over_time.hpp"
#include "chart/plot_parts.hpp"
#include "chart/plot_scales.hpp"
#include "chart/thinned.hpp"
#include "format/numbers.hpp"
#include "format/phrases.hpp"

namespace program {

namespace {

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

/// The law whose residuals these are.
std::string law_drawn(const series_growth& growth)
{
    for (const auto& one : growth.laws)
        if (!one.curve.empty()) return law_in_words(one.name);
    return "the law";
}

} // namespace

std::optional<figure> plot_of_residuals(const identified& found)
{
    if (!found.growth || found.growth->residuals.size() < 3) return std::nullopt;
    figure one{over_time_of(found, "Residuals of the most probable law, in percent"), ""};
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
        {law_drawn(*found.growth), {colour("linear"), "", 1.9}, {{0, 0}, {shown.time.horizon, 0}}}};
    one.add("Long runs of dots on one side mean that the law misses something.");
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
    double most        = 3 * least; // up to where the curve leaves the plot, or flattens
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
        "on the ceiling. Other laws and earlier figures may leave it open as well.");
    return one;
}

std::optional<figure> plot_of_back_tests(const identified& found)
{
    if (!found.growth || found.growth->back_tests.empty()) return std::nullopt;
    figure       one{over_time_of(found, "Forecasts from earlier figures"), ""};
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
        "Dots: figures of the file. Vertical lines: the 95 percent band, with its median, forecast for that time from "
        "earlier figures; cut off at the edge of the plot.");
    return one;
}

} // namespace program
