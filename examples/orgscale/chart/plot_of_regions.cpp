#include "chart/plot_of_regions.hpp"

#include <utility>

#include "chart/axis.hpp"
#include "chart/colours.hpp"
#include "format/numbers.hpp"
#include "scenario/parameter_names.hpp"

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
    shown.title   = "Which has more, and where";
    shown.x_label = in_words(found.across.name);
    shown.y_label = in_words(found.up.name);
    shown.time    = {"", std::nullopt, found.across.high - found.across.low};
    shown.bottom  = found.up.low;
    shown.top     = found.up.high;
    shown.x_ticks = ticks_of(found.across, found.across.low);
    shown.y_ticks = ticks_of(found.up, 0);
    for (const auto& boundary : found.map.boundaries) {
        drawn_curve line{"", {colour("network"), "", 3}, {}};
        for (const auto& place : boundary.line)
            line.points.push_back({place.across - found.across.low, place.up});
        shown.curves.push_back(std::move(line));
    }
    for (const auto& region : found.map.regions)
        shown.named_dots.push_back({{region.witness.across - found.across.low, region.witness.up},
                                    region.side == orgscale::region_side::neither
                                        ? "neither"
                                        : found.name_of(region.side)});
    one.add(
        "Each region shows the composition that has more there; along the lines both have the same.");
    return one;
}

} // namespace program
