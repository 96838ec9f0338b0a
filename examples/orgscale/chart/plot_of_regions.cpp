#include "chart/plot_of_regions.hpp"

#include <algorithm>
#include <utility>

#include <fmt/core.h>

#include "chart/axis.hpp"
#include "chart/colours.hpp"
#include "format/numbers.hpp"
#include "format/phrases.hpp"

namespace program {

namespace {

/// Round numbers of a range, at their places.
std::vector<drawn_mark> ticks_of(const mapped_range& range, double from)
{
    std::vector<drawn_mark> marks;
    for (const double at : round_steps(range.low, range.high, 5))
        marks.push_back({at - from, plain_digits(at)});
    return marks;
}

} // namespace

figure plot_of_regions(const region_study& found)
{
    figure one{};
    auto&  shown  = one.shown;
    shown.title   = "Where they change places";
    shown.x_label = readable(found.across.name);
    shown.y_label = readable(found.up.name);
    shown.time    = {"", std::nullopt, found.across.high - found.across.low};
    shown.bottom  = found.up.low;
    shown.top     = found.up.high;
    shown.x_ticks = ticks_of(found.across, found.across.low);
    shown.y_ticks = ticks_of(found.up, 0);
    for (const auto& boundary : found.map.boundaries) {
        drawn_curve line{fmt::format("{} | {}", found.name_of(found.map.regions[boundary.left].side),
                                     found.name_of(found.map.regions[boundary.right].side)),
                         {colour("network"), "", 3},
                         {}};
        for (const auto& place : boundary.line)
            line.points.push_back({place.across - found.across.low, place.up});
        if (line.points.front().x > line.points.back().x) // its label stands at its right end
            std::reverse(line.points.begin(), line.points.end());
        shown.curves.push_back(std::move(line));
    }
    for (const auto& region : found.map.regions) {
        shown.dots.push_back({region.witness.across - found.across.low, region.witness.up});
        one.add(fmt::format("Dot at {} {}, {} {}: {}.", readable(found.across.name),
                            fmt::format("{:.3g}", region.witness.across), readable(found.up.name),
                            fmt::format("{:.3g}", region.witness.up),
                            region.side == orgscale::region_side::neither
                                ? "neither has more"
                                : found.name_of(region.side) + " has more"));
    }
    return one;
}

} // namespace program
