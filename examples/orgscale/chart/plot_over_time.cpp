#include "chart/plot_over_time.hpp"

#include <algorithm>
#include <cmath>

#include "format/phrases.hpp"

namespace program {

std::vector<point> points_from(const std::vector<place_of_value>& all, double origin)
{
    std::vector<point> points;
    for (const auto& one : all)
        if (std::isfinite(one.value)) points.push_back({one.at - origin, one.value});
    return points;
}

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
                                              : axis_unit(found.output_unit);
    shown.time    = {"year", begin, end > begin ? end - begin : 1};
    shown.top     = 1;
    return shown;
}

} // namespace program
